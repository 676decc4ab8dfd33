using Microsoft.EntityFrameworkCore;

namespace Modular.Instruments;

internal abstract partial class InstrumentsDb
{
    public DbSet<Attachment> Attachments => Set<Attachment>();

    static void ConfigureAttachments(ModelBuilder model) => model.Entity<Attachment>(attachment =>
    {
        attachment.ToTable("attachments");
        attachment.Property(a => a.Kind).HasConversion<string>().HasMaxLength(10);
        attachment.Property(a => a.FileName).HasMaxLength(Attachment.LongestName);
        attachment.Property(a => a.ContentType).HasMaxLength(100);
        attachment.Property(a => a.Hash).HasMaxLength(64).IsUnicode(false);
        attachment.Property(a => a.Caption).HasMaxLength(Attachment.LongestCaption);
        attachment.Property(a => a.AddedBy).HasMaxLength(200);
        attachment.Property(a => a.Version).IsConcurrencyToken();
        attachment.HasIndex(a => new { a.InstrumentId, a.Kind, a.Position });
        attachment.HasOne<Instrument>().WithMany().HasForeignKey(a => a.InstrumentId).OnDelete(DeleteBehavior.Cascade);
    });
}
