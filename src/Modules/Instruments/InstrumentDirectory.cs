using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Instruments;

namespace Modular.Instruments;

/// <summary>Answers other modules' questions about instruments.</summary>
internal sealed class InstrumentDirectory(InstrumentsDb db) : IInstrumentDirectory
{
    public async Task<IReadOnlyDictionary<Guid, InstrumentSummary>> FindMany(IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct) =>
        await db.Instruments.AsNoTracking()
            .Where(i => instrumentIds.Contains(i.Id))
            .Select(i => new InstrumentSummary(i.Id, i.UnitId, i.NameZh ?? "", i.Model ?? "", i.ClassCode ?? "", i.OriginalValueFen ?? 0, i.LifeCycle == LifeCycle.Listed))
            .ToDictionaryAsync(i => i.Id, ct);
}
