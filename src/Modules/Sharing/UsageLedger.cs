using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Sharing;

namespace Modular.Sharing;

/// <summary>Answers other modules' questions about the use of instruments.</summary>
internal sealed class UsageLedger(SharingDb db) : IUsageLedger
{
    public async Task<IReadOnlyDictionary<Guid, DeclaredUsage>> Declared(int year, IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct) =>
        await db.UsageDeclarations.AsNoTracking()
            .Where(d => d.Year == year && instrumentIds.Contains(d.InstrumentId))
            .Select(d => new DeclaredUsage(d.InstrumentId, d.Year, d.EffectiveHours, d.ExternalHours))
            .ToDictionaryAsync(d => d.InstrumentId, ct);
}
