using System.Globalization;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Who is told when a statement comes to them or comes back.</summary>
internal static class ExemptionNotices
{
    /// <param name="step">submitted, endorsed, returned, filed, refused or ended.</param>
    public static void TellExemption(this InstrumentsDb db, Exemption exemption, string step, string? reason, CurrentUser user, DateTimeOffset now) =>
        db.Announce(exemption.Id, Of(exemption, step, reason, InstrumentNotices.By(user)), now);

    public static NoticeRaised Of(Exemption exemption, string step, string? reason, string by)
    {
        var (permission, to) = step switch
        {
            "submitted" => (Permissions.ExemptionsReview, NoticeTo.Supervisor),
            "endorsed" => (Permissions.ExemptionsFile, NoticeTo.Region),
            _ => (Permissions.ExemptionsDeclare, NoticeTo.Organisation),
        };
        return new NoticeRaised($"exemption.{step}", exemption.UnitId, permission, $"/duties/exemptions/{exemption.Id}", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["unit"] = exemption.UnitName, ["count"] = exemption.Count.ToString(CultureInfo.InvariantCulture), ["by"] = by, ["reason"] = reason ?? "", ["number"] = exemption.FilingNumber ?? "",
        }, To: to);
    }
}
