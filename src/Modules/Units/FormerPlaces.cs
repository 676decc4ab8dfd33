using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Units;

internal sealed class FormerPlaces(UnitsDb db) : IFormerPlaces
{
    public async Task<IReadOnlyList<string>> OfUnitsWithin(string scopePath, CancellationToken ct) => await db.UnitEvents.AsNoTracking()
        .Where(e => e.FormerPath != null && !e.FormerPath.StartsWith(scopePath) && db.Organisations.Any(o => o.Id == e.UnitId && o.Path.StartsWith(scopePath)))
        .Select(e => e.FormerPath!).Distinct().ToListAsync(ct);
}
