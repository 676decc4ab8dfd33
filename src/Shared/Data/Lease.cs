using Microsoft.EntityFrameworkCore;

namespace Modular.Shared;

/// <summary>Who of several running instances does a piece of work, and until when. A holder that dies loses it by time.</summary>
public sealed class Lease
{
    public required string Name { get; init; }

    public Guid Holder { get; set; }

    public DateTimeOffset Until { get; set; }

    /// <summary>What the holder wrote down for the next one.</summary>
    public string? Note { get; set; }

    /// <summary>Takes or keeps the lease. One conditional update decides, so two instances can never both hold it.</summary>
    internal static async Task<bool> Take(ModuleDbContext db, string name, Guid holder, TimeSpan length, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now + length;
        var taken = await db.Leases
            .Where(lease => lease.Name == name && (lease.Holder == holder || lease.Until < now))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, holder).SetProperty(l => l.Until, until), ct);
        if (taken > 0) return true;
        if (await db.Leases.AnyAsync(lease => lease.Name == name, ct)) return false;

        db.Leases.Add(new Lease { Name = name, Holder = holder, Until = until });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException raced) when (Databases.IsUniqueViolation(raced))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
