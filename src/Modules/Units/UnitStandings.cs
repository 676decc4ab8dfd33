using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Units;

/// <summary>Answers other modules' questions about units' integrity (U-8).</summary>
internal sealed class UnitStandings(UnitsDb db) : IUnitStandings
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<IntegritySummary>>> On(DateOnly day, IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        var records = await db.IntegrityRecords.AsNoTracking()
            .Where(r => unitIds.Contains(r.UnitId) && r.From <= day && (r.Until == null || r.Until >= day) && (r.EndedOn == null || r.EndedOn > day))
            .OrderBy(r => r.From).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.UnitId, r.Matter, r.What, r.DecidedBy, r.Document, r.From, r.Until })
            .ToListAsync(ct);
        return records.GroupBy(r => r.UnitId).ToDictionary(
            unit => unit.Key,
            unit => (IReadOnlyList<IntegritySummary>)[.. unit.Select(r => new IntegritySummary(r.Id, IntegrityRecord.Spelt(r.Matter), r.What, r.DecidedBy, r.Document, r.From, r.Until))]);
    }
}
