using Modular.Contracts.Instruments;
using Modular.Shared;

namespace Modular.Instruments;

internal static class History
{
    /// <summary>Keeps a step of an instrument's life with what it changed (I-4).</summary>
    public static void Keep(this InstrumentsDb db, Instrument instrument, CurrentUser user, string action, DateTimeOffset at,
        IReadOnlyList<FieldChange>? changes = null, string? reason = null, IReadOnlyList<ReviewRemark>? remarks = null) =>
        db.Revisions.Add(Step(instrument, user, action, at, changes, reason, remarks));

    public static InstrumentRevision Step(Instrument instrument, CurrentUser user, string action, DateTimeOffset at,
        IReadOnlyList<FieldChange>? changes = null, string? reason = null, IReadOnlyList<ReviewRemark>? remarks = null) =>
        new()
        {
            InstrumentId = instrument.Id,
            Version = instrument.Version,
            At = at,
            AccountId = user.AccountId,
            AccountName = user.DisplayName,
            OrganisationName = user.OrganisationName,
            Action = action,
            Reason = reason,
            StatusSince = action == "operated" ? instrument.StatusSince : null,
            ExpectedBackOn = action == "operated" ? instrument.ExpectedBackOn : null,
            Changes = changes ?? [],
            Remarks = remarks ?? [],
        };

    /// <summary>Keeps a change of the record, tells who needs to hear of it, and leaves its line in the audit trail.</summary>
    public static void KeepEdit(this InstrumentsDb db, Instrument instrument, CurrentUser user, TimeProvider clock, string action, DateTimeOffset at,
        IReadOnlyList<FieldChange> changes, string? reason = null)
    {
        db.Keep(instrument, user, action, at, changes, reason);
        if (instrument.LifeCycle == LifeCycle.Listed) db.Announce(instrument.Id, new InstrumentChanged(instrument.Id, instrument.UnitId), at);
        if (changes.Any(change => change.Field is "hoursYear" or "annualHours" or "externalHours") && instrument.DeclaredUsage() is { } usage)
            db.Announce(instrument.Id, usage, at);
        db.Record(user, clock, $"instrument.{action}", instrument.Id, instrument.UnitPath,
            changes.ToDictionary(change => change.Field, change => change.Before, StringComparer.Ordinal),
            changes.ToDictionary(change => change.Field, change => change.After, StringComparer.Ordinal), reason);
    }
}
