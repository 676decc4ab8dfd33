using Microsoft.EntityFrameworkCore;

namespace Modular.Units;

internal static class OrganisationTree
{
    /// <summary>Adds an organisation below a parent, under the next free path. Of two at the same time the unique index lets one through; the other is told to try again.</summary>
    public static async Task<Organisation> PlaceBelow(
        this UnitsDb db, Organisation parent, Tier tier, string name, string regionCode, TimeProvider clock, CancellationToken ct)
    {
        var path = await db.NextPathBelow(parent, ct);
        var organisation = new Organisation
        {
            ParentId = parent.Id,
            Path = path,
            ScopePath = path,
            Tier = tier,
            Name = name,
            RegionCode = regionCode,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Organisations.Add(organisation);
        return organisation;
    }

    /// <summary>A path nobody has and nobody had: audit lines bear the paths of those who left.</summary>
    public static async Task<string> NextPathBelow(this UnitsDb db, Organisation parent, CancellationToken ct)
    {
        var last = await db.Organisations.Where(o => o.ParentId == parent.Id).MaxAsync(o => (string?)o.Path, ct);
        var length = parent.Path.Length + Organisation.PathSegment;
        var left = await db.UnitEvents.Where(e => e.FormerPath!.StartsWith(parent.Path) && e.FormerPath!.Length == length).MaxAsync(e => e.FormerPath, ct);
        var number = Math.Max(last is null ? 0 : Organisation.NumberOf(last), left is null ? 0 : Organisation.NumberOf(left));
        return Organisation.ChildPath(parent.Path, number + 1);
    }
}
