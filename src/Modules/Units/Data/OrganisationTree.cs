using Microsoft.EntityFrameworkCore;

namespace Modular.Units;

internal static class OrganisationTree
{
    /// <summary>Adds an organisation below a parent, under the next free path. Of two at the same time the unique index lets one through; the other is told to try again.</summary>
    public static async Task<Organisation> PlaceBelow(
        this UnitsDb db, Organisation parent, Tier tier, string name, string regionCode, TimeProvider clock, CancellationToken ct)
    {
        var last = await db.Organisations.Where(o => o.ParentId == parent.Id).MaxAsync(o => (string?)o.Path, ct);
        var path = Organisation.ChildPath(parent.Path, last is null ? 1 : Organisation.NumberOf(last) + 1);
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
}
