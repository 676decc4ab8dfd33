using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Modular.Shared;

/// <summary>
/// Seals new lines of a module's audit trail into its chain, in the order they are found, by one instance at a time. Sealing after the
/// commit keeps writers from queuing behind one another for the end of the chain.
/// </summary>
public sealed class AuditSealer<TDb>(IServiceScopeFactory scopes, TimeProvider clock) : IAuditSealer
    where TDb : ModuleDbContext
{
    const int BatchSize = 1000;

    readonly Guid _me = Guid.CreateVersion7();

    public async Task<bool> SealPending(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (!await db.Audit.AnyAsync(e => e.SealedAs == null, ct)) return false;
        if (!await Lease.Take(db, "audit-seal", _me, TimeSpan.FromSeconds(30), clock, ct)) return false;

        var last = await db.Audit.AsNoTracking().Where(e => e.SealedAs != null).OrderByDescending(e => e.SealedAs).FirstOrDefaultAsync(ct);
        var (place, seal) = (last?.SealedAs ?? 0, last?.Seal ?? "");
        var batch = await db.Audit.Where(e => e.SealedAs == null).OrderBy(e => e.Sequence).Take(BatchSize).ToListAsync(ct);
        foreach (var entry in batch)
        {
            seal = entry.SealAfter(seal, ++place);
            (entry.SealedAs, entry.Seal) = (place, seal);
        }

        // The unique index on the place in the chain refuses a second sealer whose lease was believed lost.
        await db.SaveChangesAsync(ct);
        return batch.Count == BatchSize;
    }
}

/// <summary>Seals one module's audit trail; <see cref="AuditChain"/> verifies it.</summary>
public interface IAuditSealer
{
    /// <returns>True when more is waiting.</returns>
    Task<bool> SealPending(CancellationToken ct);
}
