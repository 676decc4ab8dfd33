using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Sharing;

namespace Modular.Sharing;

/// <summary>Answers which hours of a year count, and why. A single record of the year makes the records count: a declaration beside them is a claim, not an addition.</summary>
internal sealed class AnnualUsages(SharingDb db) : IAnnualUsage
{
    public async Task<IReadOnlyDictionary<Guid, AnnualUsage>> Of(int year, IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct)
    {
        var declared = await db.UsageDeclarations.AsNoTracking().Where(d => d.Year == year && instrumentIds.Contains(d.InstrumentId)).ToDictionaryAsync(d => d.InstrumentId, ct);
        // No operation records are kept yet; theirs is the place beside the declarations.
        return instrumentIds.Distinct().ToDictionary(id => id, id => Judge(id, year, declared.GetValueOrDefault(id), recorded: null));
    }

    public static AnnualUsage Judge(Guid id, int year, UsageDeclaration? declaration, UsageFigure? recorded)
    {
        var declared = declaration is { EffectiveHours: not null } or { ExternalHours: not null } ? new UsageFigure(declaration.EffectiveHours, declaration.ExternalHours) : null;
        var (counts, why) = (recorded, declared) switch
        {
            (not null, _) => (UsageSource.Recorded, "records-exist"),
            (_, not null) => (UsageSource.Declared, "no-records"),
            _ => (UsageSource.None, "nothing-known"),
        };
        return new AnnualUsage(id, year, declared, recorded, counts, why, declaration?.Version ?? 0);
    }
}
