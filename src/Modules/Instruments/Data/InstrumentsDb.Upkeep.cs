using Microsoft.EntityFrameworkCore;

namespace Modular.Instruments;

internal abstract partial class InstrumentsDb
{
    public DbSet<Repair> Repairs => Set<Repair>();

    public DbSet<Custodian> Custodians => Set<Custodian>();

    void ConfigureUpkeep(ModelBuilder model)
    {
        model.Entity<Repair>(repair =>
        {
            repair.ToTable("repairs");
            repair.Property(r => r.Fault).HasMaxLength(Repair.LongestFault);
            repair.Property(r => r.Work).HasMaxLength(Repair.LongestWork);
            repair.Property(r => r.DoneBy).HasMaxLength(Repair.LongestName);
            repair.Property(r => r.EnteredBy).HasMaxLength(200);
            repair.Property(r => r.StruckBecause).HasMaxLength(500);
            repair.Property(r => r.Version).IsConcurrencyToken();
            repair.Ignore(r => r.Facts);
            repair.HasIndex(r => new { r.InstrumentId, r.From });
            repair.HasIndex(r => new { r.From, r.Id }).IsDescending(true, true);
            // Two people who report the same fault at once make one repair of it.
            repair.HasIndex(r => r.InstrumentId, "IX_repairs_ongoing").IsUnique()
                .HasFilter(Database.IsSqlServer() ? "[Until] IS NULL AND [StruckAt] IS NULL" : "\"Until\" IS NULL AND \"StruckAt\" IS NULL");
            repair.HasOne<Instrument>().WithMany().HasForeignKey(r => r.InstrumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Custodian>(custodian =>
        {
            custodian.ToTable("custodians");
            custodian.HasKey(c => new { c.InstrumentId, c.AccountId });
            custodian.HasIndex(c => c.AccountId);
            custodian.HasOne<Instrument>().WithMany().HasForeignKey(c => c.InstrumentId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
