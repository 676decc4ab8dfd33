using Microsoft.EntityFrameworkCore;

namespace Modular.Units;

// What units say of themselves year by year (U-2).
internal abstract partial class UnitsDb
{
    public DbSet<UnitOverview> Overviews => Set<UnitOverview>();

    public DbSet<UnitOverviewRevision> OverviewRevisions => Set<UnitOverviewRevision>();

    static void MapOverviews(ModelBuilder model)
    {
        model.Entity<UnitOverview>(overview =>
        {
            overview.ToTable("unit_overviews");
            overview.HasKey(o => new { o.UnitId, o.Year });
            overview.Property(o => o.RoomArea).HasPrecision(12, 2);
            overview.Property(o => o.Reason).HasMaxLength(500);
            overview.Property(o => o.By).HasMaxLength(320);
            overview.Property(o => o.Version).IsConcurrencyToken();
            overview.HasOne<ManagingUnit>().WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<UnitOverviewRevision>(revision =>
        {
            revision.ToTable("unit_overview_revisions");
            revision.HasKey(r => new { r.UnitId, r.Year, r.Version });
            revision.Property(r => r.RoomArea).HasPrecision(12, 2);
            revision.Property(r => r.Reason).HasMaxLength(500);
            revision.Property(r => r.By).HasMaxLength(320);
        });
    }
}
