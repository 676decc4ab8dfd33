using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

internal static class UnitReach
{
    /// <summary>The path of a managing unit of the caller's subtree.</summary>
    /// <exception cref="Problem">404 when there is none, or it is somebody else's.</exception>
    public static async Task<string> PathOfUnit(this UnitsDb db, Guid unitId, CurrentUser user, CancellationToken ct) =>
        await db.ManagingUnits.Where(u => u.Id == unitId && u.Organisation.Path.StartsWith(user.ScopePath)).Select(u => u.Organisation.Path).SingleOrDefaultAsync(ct)
        ?? throw UnitProblems.UnitNotFound(unitId);
}
