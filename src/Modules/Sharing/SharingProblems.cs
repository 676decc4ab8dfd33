using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Sharing;

/// <summary>Every refusal of this module, by name.</summary>
internal static class SharingProblems
{
    public static Problem UnitNotFound(Guid id) => Problem.NotFound("unit", id);

    public static Problem HoursListRefused(int rows) => new(422, "hours-import.refused-rows", $"{rows} rows are refused. Nothing was taken over: mend them in the file and send it again.");

    public static Problem HoursListChanged() => new(409, "hours-import.changed-meanwhile", "The file or the hours have changed since the preview. Look at the preview again.");

    public static Problem NoHoursList() => new(422, "hours-import.no-header", "No row with the column titles 资产编号 and 年运行机时 was found.");

    /// <summary>A unit of the caller's subtree.</summary>
    /// <exception cref="Problem">404 when there is none, or it is somebody else's.</exception>
    public static async Task<UnitSummary> UnitInReach(this IUnitDirectory units, Guid unitId, CurrentUser user, CancellationToken ct) =>
        (await units.FindMany([unitId], ct)).GetValueOrDefault(unitId) is { } unit && user.Sees(unit.Path) ? unit : throw UnitNotFound(unitId);
}
