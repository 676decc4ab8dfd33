using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Units;

/// <summary>Answers other modules' questions about units' integrity (U-8).</summary>
internal sealed class UnitStandings(UnitsDb db) : IUnitStandings
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<IntegritySummary>>> On(DateOnly day, IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        // A merger washes nothing away: who goes on for a unit answers for it.
        var records = await db.IntegrityRecords.AsNoTracking()
            .Where(r => (unitIds.Contains(r.UnitId) || r.Unit.MergedIntoId != null && unitIds.Contains(r.Unit.MergedIntoId.Value)) && r.From <= day && (r.Until == null || r.Until >= day) && (r.EndedOn == null || r.EndedOn > day))
            .OrderBy(r => r.From).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.UnitId, r.Unit.MergedIntoId, r.Matter, r.What, r.DecidedBy, r.Document, r.From, r.Until })
            .ToListAsync(ct);
        var asked = unitIds.ToHashSet();
        return records.SelectMany(r => new[] { r.UnitId, r.MergedIntoId ?? r.UnitId }.Distinct().Where(asked.Contains).Select(unit => (Unit: unit, Record: r))).GroupBy(pair => pair.Unit).ToDictionary(
            unit => unit.Key,
            unit => (IReadOnlyList<IntegritySummary>)[.. unit.Select(pair => pair.Record).Select(r => new IntegritySummary(r.Id, IntegrityRecord.Spelt(r.Matter), r.What, r.DecidedBy, r.Document, r.From, r.Until))]);
    }
}
