using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Modular.Contracts;

namespace Modular.Shared;

/// <summary>A module's own schema: its tables, and the tables of the mechanisms that share its transactions.</summary>
public abstract class ModuleDbContext(DbContextOptions options, string schema) : DbContext(options)
{
    static readonly ConcurrentDictionary<string, long> Writes = new(StringComparer.Ordinal);

    public string Schema => schema;

    /// <summary>Grows with every write of this process to the module's schema: what is remembered from before may be stale.</summary>
    public long WritesSoFar => Writes.GetValueOrDefault(schema);

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<IdempotentCommand> IdempotentCommands => Set<IdempotentCommand>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<Lease> Leases => Set<Lease>();

    /// <summary>Tells the other modules, by a row in the same transaction. Delivered in order per aggregate, at least once.</summary>
    /// <param name="aggregate">What the news is about; news about the same thing arrives in order.</param>
    public void Announce(Guid aggregate, IEvent happened, DateTimeOffset now) => Outbox.Add(OutboxMessage.For(aggregate, happened, now));

    /// <summary>Leaves a line in the audit trail, in the same transaction .</summary>
    public void Record(CurrentUser user, TimeProvider clock, string action, Guid subject, string owner, object? before = null, object? after = null, string? why = null) =>
        Audit.Add(AuditEntry.Of(user, clock.GetUtcNow(), action, subject, owner, Json(before), Json(after), why));

    /// <summary>For writes that go past <see cref="DbContext.SaveChanges()"/>.</summary>
    public void NoteWrite() => Writes.AddOrUpdate(schema, 1, (_, count) => count + 1);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        MarkNew();
        var written = base.SaveChanges(acceptAllChangesOnSuccess);
        NoteWrite();
        return written;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        MarkNew();
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        NoteWrite();
        return written;
    }

    /// <summary>Puts the platform's mark on lines of the audit trail before they are written.</summary>
    internal void Mark(IEnumerable<AuditEntry> lines)
    {
        foreach (var line in lines) line.Mark = AuditKey.MarkOf(line);
    }

    internal AuditKey AuditKey => this.GetService<AuditKey>();

    void MarkNew()
    {
        foreach (var line in ChangeTracker.Entries<AuditEntry>())
            if (line is { State: EntityState.Added, Entity.Mark: null }) Mark([line.Entity]);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(schema);
        var binary = this.BinaryCollation();

        model.Entity<OutboxMessage>(message =>
        {
            message.ToTable("outbox");
            message.HasKey(m => m.Sequence);
            message.Property(m => m.Type).HasMaxLength(200);
            message.Property(m => m.Error).HasMaxLength(2000);
            message.HasIndex(m => m.Sequence, "ix_outbox_pending").HasFilter(Database.IsSqlServer()
                ? "[DeliveredAt] IS NULL AND [DeadAt] IS NULL"
                : "\"DeliveredAt\" IS NULL AND \"DeadAt\" IS NULL");
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit");
            entry.HasKey(e => e.Sequence);
            entry.Property(e => e.Action).HasMaxLength(100);
            entry.Property(e => e.AccountName).HasMaxLength(200);
            entry.Property(e => e.OwnerPath).HasMaxLength(200).UseCollation(binary);
            entry.Property(e => e.Why).HasMaxLength(2000);
            entry.Property(e => e.Seal).HasMaxLength(64).IsUnicode(false);
            entry.Property(e => e.Mark).HasMaxLength(64).IsUnicode(false);
            entry.HasIndex(e => new { e.Subject, e.Sequence });
            entry.HasIndex(e => new { e.OwnerPath, e.Sequence });
            entry.HasIndex(e => e.SealedAs).IsUnique();
            // Without it the sealer reads past everything that is sealed already.
            entry.HasIndex(e => e.Sequence, "ix_audit_unsealed").HasFilter(Database.IsSqlServer() ? "[SealedAs] IS NULL" : "\"SealedAs\" IS NULL");
        });
        model.Entity<IdempotentCommand>(command =>
        {
            command.ToTable("idempotent_commands");
            command.HasKey(c => new { c.AccountId, c.Key });
            command.Property(c => c.Key).HasMaxLength(100);
            command.Property(c => c.RequestHash).HasMaxLength(64).IsUnicode(false);
            command.Property(c => c.Location).HasMaxLength(400);
        });
        model.Entity<Job>(job =>
        {
            job.ToTable("jobs");
            job.Property(j => j.Kind).HasMaxLength(100);
            job.Property(j => j.Error).HasMaxLength(2000);
            job.Property(j => j.State).HasConversion<string>().HasMaxLength(20);
            job.Property(j => j.OwnerPath).HasMaxLength(200).UseCollation(binary);
            job.HasIndex(j => new { j.State, j.CreatedAt });
            job.HasIndex(j => new { j.AccountId, j.CreatedAt });
        });
        model.Entity<Lease>(lease =>
        {
            lease.ToTable("leases");
            lease.HasKey(l => l.Name);
            lease.Property(l => l.Name).HasMaxLength(100);
            lease.Property(l => l.Note).HasMaxLength(200);
        });
    }

    static string? Json(object? value) => value is null ? null : JsonSerializer.Serialize(value, JsonShape.Options);
}
