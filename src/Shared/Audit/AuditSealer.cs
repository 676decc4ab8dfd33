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
        return await Lease.Take(db, AuditHead.LeaseName, _me, TimeSpan.FromSeconds(30), clock, ct) && await SealBatch(db, ct);
    }

    internal static async Task<bool> SealBatch(ModuleDbContext db, CancellationToken ct)
    {
        var last = await db.Audit.AsNoTracking().Where(e => e.SealedAs != null).OrderByDescending(e => e.SealedAs).FirstOrDefaultAsync(ct);
        var (place, seal) = (last?.SealedAs ?? 0, last?.Seal ?? "");
        var batch = await db.Audit.Where(e => e.SealedAs == null).OrderBy(e => e.Sequence).Take(BatchSize).ToListAsync(ct);
        var lease = await db.Leases.SingleAsync(l => l.Name == AuditHead.LeaseName, ct);
        // Where the end that was written down is no longer there, what was written down stays: a verification finds out by it.
        var follows = AuditHead.Read(lease.Note) is not { } head || head == new AuditHead(place, seal);
        foreach (var entry in batch)
        {
            seal = db.AuditKey.SealOf(entry, seal, ++place);
            (entry.SealedAs, entry.Seal) = (place, seal);
        }

        if (follows) lease.Note = new AuditHead(place, seal).ToString();

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
