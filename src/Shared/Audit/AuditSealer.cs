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

    public async Task<long?> FirstBroken(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await FirstBroken(scope.ServiceProvider.GetRequiredService<TDb>(), ct);
    }

    public static async Task<long?> FirstBroken(TDb db, CancellationToken ct)
    {
        var (place, seal) = (0L, "");
        await foreach (var entry in db.Audit.AsNoTracking().Where(e => e.SealedAs != null).OrderBy(e => e.SealedAs).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.SealedAs != ++place) return place;
            seal = entry.SealAfter(seal, place);
            if (seal != entry.Seal) return place;
        }

        return null;
    }
}

/// <summary>Seals and verifies one module's audit trail.</summary>
public interface IAuditSealer
{
    /// <returns>True when more is waiting.</returns>
    Task<bool> SealPending(CancellationToken ct);

    /// <summary>Walks the chain. Returns the place of the first line that was changed, removed or slipped in, or null.</summary>
    Task<long?> FirstBroken(CancellationToken ct);
}
