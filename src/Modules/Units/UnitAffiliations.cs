using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Units;

/// <summary>Answers other modules' questions about which units belong together (U-6).</summary>
internal sealed class UnitAffiliations(UnitsDb db) : IUnitAffiliations
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlySet<Guid>>> On(DateOnly day, IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        var pairs = await db.Affiliations.AsNoTracking()
            .Where(a => a.From <= day && (a.Until == null || a.Until >= day))
            .Where(a => unitIds.Contains(a.UnitId) || unitIds.Contains(a.OtherUnitId)
                || a.Unit.MergedIntoId != null && unitIds.Contains(a.Unit.MergedIntoId.Value) || a.OtherUnit.MergedIntoId != null && unitIds.Contains(a.OtherUnit.MergedIntoId.Value))
            .Select(a => new
            {
                a.UnitId, a.OtherUnitId,
                // From the day of a merger on, who goes on for a unit is affiliated in its place too.
                Successor = a.Unit.ClosedOn <= day ? a.Unit.MergedIntoId : null, OtherSuccessor = a.OtherUnit.ClosedOn <= day ? a.OtherUnit.MergedIntoId : null,
            })
            .ToListAsync(ct);
        var asked = unitIds.ToHashSet();
        return pairs
            .SelectMany(pair =>
                from one in new[] { pair.UnitId, pair.Successor ?? pair.UnitId }.Distinct()
                from other in new[] { pair.OtherUnitId, pair.OtherSuccessor ?? pair.OtherUnitId }.Distinct()
                where one != other
                from each in new[] { (Unit: one, Other: other), (Unit: other, Other: one) }
                where asked.Contains(each.Unit)
                select each)
            .GroupBy(pair => pair.Unit)
            .ToDictionary(unit => unit.Key, unit => (IReadOnlySet<Guid>)unit.Select(pair => pair.Other).ToHashSet());
    }
}
