using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Sharing;

// A new migration for each provider: npm run db:add -- Sharing <Name>
internal abstract class SharingDb(DbContextOptions options) : ModuleDbContext(options, SharingModule.Name)
{
    public DbSet<UsageDeclaration> UsageDeclarations => Set<UsageDeclaration>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);

        model.Entity<UsageDeclaration>(declaration =>
        {
            declaration.ToTable("usage_declarations");
            declaration.HasKey(d => new { d.InstrumentId, d.Year });
            declaration.Property(d => d.EffectiveHours).HasPrecision(7, 1);
            declaration.Property(d => d.ExternalHours).HasPrecision(7, 1);
            declaration.Property(d => d.By).HasMaxLength(320);
            declaration.Property(d => d.Version).IsConcurrencyToken();
            declaration.HasIndex(d => new { d.Year, d.UnitId });
        });
    }
}

internal sealed class SharingPostgreSqlDb(DbContextOptions<SharingPostgreSqlDb> options) : SharingDb(options);

internal sealed class SharingSqlServerDb(DbContextOptions<SharingSqlServerDb> options) : SharingDb(options);
