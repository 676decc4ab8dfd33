using System.Globalization;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What people are told of what happens in the registry: one notice for all that was done at once, not one an instrument.</summary>
internal static class InstrumentNotices
{
    public static void TellSubmitted(this InstrumentsDb db, IReadOnlyList<Instrument> submitted, DateTimeOffset now)
    {
        foreach (var unit in submitted.GroupBy(i => i.UnitId))
            db.Announce(unit.Key, Submitted([.. unit]), now);
    }

    public static void TellApproved(this InstrumentsDb db, IReadOnlyList<Instrument> approved, CurrentUser user, DateTimeOffset now)
    {
        foreach (var unit in approved.GroupBy(i => i.UnitId))
        {
            var link = unit.Count() == 1 ? Page(unit.First().Id) : "/instruments?lifeCycle=listed";
            db.Announce(unit.Key, new NoticeRaised("instruments.approved", unit.Key, Permissions.InstrumentsEdit, link, Words([.. unit], By(user))), now);
        }
    }

    public static NoticeRaised Submitted(IReadOnlyList<Instrument> ofOneUnit) => new(
        "instruments.submitted", ofOneUnit[0].UnitId, Permissions.InstrumentsReview, ofOneUnit.Count == 1 ? $"/instruments/review/{ofOneUnit[0].Id}" : "/instruments/review", Words(ofOneUnit, ""),
        To: NoticeTo.Supervisor);

    public static NoticeRaised Returned(Instrument instrument, string by) => new(
        "instruments.returned", instrument.UnitId, Permissions.InstrumentsEdit, Page(instrument.Id),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = instrument.NameZh ?? "", ["by"] = by, ["reason"] = instrument.ReturnReason ?? "" });

    public static void TellCommitted(this InstrumentsDb db, InstrumentImport import, ImportResult result, DateTimeOffset now) =>
        db.Tell(import, "import.committed", now, result.Created, result.Changed, result.Refused);

    public static void TellChecked(this InstrumentsDb db, InstrumentImport import, DateTimeOffset now) =>
        db.Tell(import, "import.checked", now, import.Counts.Create, import.Counts.Change, import.Counts.Refuse);

    public static void TellStopped(this InstrumentsDb db, InstrumentImport import, DateTimeOffset now) => db.Tell(import, "import.stopped", now);

    public static string By(CurrentUser user) => $"{user.OrganisationName} {user.DisplayName}";

    // Whoever sent the list in has left the page, perhaps.
    static void Tell(this InstrumentsDb db, InstrumentImport import, string kind, DateTimeOffset now, int created = 0, int changed = 0, int refused = 0) =>
        db.Announce(import.Id, new NoticeRaised(kind, import.OrganisationId, Permissions.InstrumentsImport, $"/instruments/imports/{import.Id}", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["file"] = import.FileName, ["created"] = Number(created), ["changed"] = Number(changed), ["refused"] = Number(refused),
        }, AccountId: import.AccountId), now);

    static Dictionary<string, string> Words(IReadOnlyList<Instrument> ofOneUnit, string by) => new(StringComparer.Ordinal)
    {
        ["unit"] = ofOneUnit[0].UnitName, ["count"] = Number(ofOneUnit.Count), ["name"] = ofOneUnit[0].NameZh ?? "", ["by"] = by,
    };

    static string Page(Guid instrumentId) => $"/instruments/{instrumentId}";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
