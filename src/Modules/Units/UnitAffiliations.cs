using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Units;

/// <summary>Answers other modules' questions about which units belong together (U-6).</summary>
internal sealed class UnitAffiliations(UnitsDb db) : IUnitAffiliations
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlySet<Guid>>> On(DateOnly day, IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        var pairs = await db.Affiliations.AsNoTracking()
            .Where(a => (unitIds.Contains(a.UnitId) || unitIds.Contains(a.OtherUnitId)) && a.From <= day && (a.Until == null || a.Until >= day))
            .Select(a => new { a.UnitId, a.OtherUnitId })
            .ToListAsync(ct);
        var asked = unitIds.ToHashSet();
        return pairs.SelectMany(pair => new[] { (Unit: pair.UnitId, Other: pair.OtherUnitId), (Unit: pair.OtherUnitId, Other: pair.UnitId) })
            .Where(pair => asked.Contains(pair.Unit))
            .GroupBy(pair => pair.Unit)
            .ToDictionary(unit => unit.Key, unit => (IReadOnlySet<Guid>)unit.Select(pair => pair.Other).ToHashSet());
    }
}
