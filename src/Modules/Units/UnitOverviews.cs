using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Units;

/// <summary>Answers other modules' questions about units' yearly overviews (U-2).</summary>
internal sealed class UnitOverviews(UnitsDb db) : IUnitOverviews
{
    public async Task<IReadOnlyDictionary<Guid, YearlyOverview>> Of(int year, IReadOnlyCollection<Guid> unitIds, CancellationToken ct) =>
        await db.Overviews.AsNoTracking().Where(o => o.Year == year && unitIds.Contains(o.UnitId))
            .Select(o => new YearlyOverview(o.UnitId, o.Year, o.RoomArea, o.Technicians, o.Version)).ToDictionaryAsync(o => o.UnitId, ct);
}
