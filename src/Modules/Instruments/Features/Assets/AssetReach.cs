using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

internal static class AssetReach
{
    /// <summary>The packages of the caller's subtree (U-11).</summary>
    public static IQueryable<AssetPackage> Within(this IQueryable<AssetPackage> packages, CurrentUser user)
    {
        var scope = user.ScopePath;
        return packages.Where(p => p.UnitPath.StartsWith(scope));
    }

    public static IQueryable<AssetCard> Within(this IQueryable<AssetCard> cards, CurrentUser user)
    {
        var scope = user.ScopePath;
        return cards.Where(c => c.UnitPath.StartsWith(scope));
    }

    public static IQueryable<AssetFinding> Within(this IQueryable<AssetFinding> findings, CurrentUser user)
    {
        var scope = user.ScopePath;
        return findings.Where(f => f.UnitPath.StartsWith(scope));
    }

    /// <summary>One package of the caller's subtree, to be changed.</summary>
    /// <exception cref="Problem">404 when there is none, or it is not the caller's to see.</exception>
    public static async Task<AssetPackage> PackageInReach(this InstrumentsDb db, Guid id, CurrentUser user, CancellationToken ct) =>
        await db.AssetPackages.Within(user).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw AssetProblems.PackageNotFound(id);

    /// <summary>What is kept of a unit's cards goes with the unit. Doing it twice changes nothing.</summary>
    public static async Task MoveAssets(this InstrumentsDb db, Guid unitId, string path, CancellationToken ct)
    {
        await db.AssetPackages.Where(p => p.UnitId == unitId && p.UnitPath != path).ExecuteUpdateAsync(set => set.SetProperty(p => p.UnitPath, path), ct);
        await db.AssetCards.Where(c => c.UnitId == unitId && c.UnitPath != path).ExecuteUpdateAsync(set => set.SetProperty(c => c.UnitPath, path), ct);
        await db.AssetFindings.Where(f => f.UnitId == unitId && f.UnitPath != path).ExecuteUpdateAsync(set => set.SetProperty(f => f.UnitPath, path), ct);
    }

    /// <summary>How many findings of each kind and state the packages have.</summary>
    public static async Task<ILookup<Guid, FindingTally>> TallyFindings(this InstrumentsDb db, IReadOnlyCollection<Guid> packageIds, CancellationToken ct)
    {
        var found = await db.AssetFindings.AsNoTracking().Where(f => packageIds.Contains(f.PackageId))
            .GroupBy(f => new { f.PackageId, f.Kind, f.State })
            .Select(group => new { group.Key.PackageId, group.Key.Kind, group.Key.State, Count = group.Count() })
            .ToListAsync(ct);
        return found.ToLookup(f => f.PackageId, f => new FindingTally(f.Kind, f.State, f.Count));
    }
}

internal sealed record FindingTally(FindingKind Kind, FindingState State, int Count);
