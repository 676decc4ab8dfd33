using Microsoft.EntityFrameworkCore;

namespace Modular.Instruments;

internal abstract partial class InstrumentsDb
{
    public DbSet<CustomsNotice> CustomsNotices => Set<CustomsNotice>();

    void ConfigureCustoms(ModelBuilder model)
    {
        model.Entity<CustomsNotice>(notice =>
        {
            notice.ToTable("customs_notices");
            notice.Property(n => n.Matter).HasConversion<string>().HasMaxLength(20);
            notice.Property(n => n.Number).HasMaxLength(CustomsNotice.LongestNumber);
            notice.Property(n => n.Place).HasMaxLength(CustomsNotice.LongestText);
            notice.Property(n => n.Note).HasMaxLength(500);
            notice.Property(n => n.EnteredBy).HasMaxLength(200);
            notice.Property(n => n.StruckAt).IsConcurrencyToken();
            notice.Property(n => n.StruckBecause).HasMaxLength(500);
            notice.HasIndex(n => new { n.InstrumentId, n.IssuedOn });
            notice.HasOne<Instrument>().WithMany().HasForeignKey(n => n.InstrumentId).OnDelete(DeleteBehavior.Cascade);
        });
        // Few are supervised: the others cost an import nothing.
        model.Entity<Instrument>().HasIndex(i => i.CustomsReleasedOn).HasFilter(Database.IsSqlServer() ? "[CustomsSupervised] = 1" : "\"CustomsSupervised\"");
    }
}
