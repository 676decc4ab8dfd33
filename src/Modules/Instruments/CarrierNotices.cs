using Modular.Contracts;
using Modular.Contracts.Units;

namespace Modular.Instruments;

/// <summary>Who is told when a facility, centre or service unit comes to them or comes back.</summary>
internal static class CarrierNotices
{
    /// <param name="step">submitted, approved or returned.</param>
    public static NoticeRaised Of(Carrier carrier, string step, string by)
    {
        var (permission, to) = step == "submitted" ? (Permissions.InstrumentsReview, NoticeTo.Supervisor) : (Permissions.InstrumentsEdit, NoticeTo.Organisation);
        return new NoticeRaised($"carrier.{step}", carrier.UnitId, permission, $"/instruments/carriers/{carrier.Id}", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["unit"] = carrier.UnitName, ["name"] = carrier.NameZh ?? "", ["by"] = by, ["reason"] = carrier.ReturnReason ?? "",
        }, To: to);
    }
}
