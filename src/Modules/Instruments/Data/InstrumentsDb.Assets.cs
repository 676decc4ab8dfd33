using Microsoft.EntityFrameworkCore;
using static Modular.Shared.JsonColumns;

namespace Modular.Instruments;

internal abstract partial class InstrumentsDb
{
    public DbSet<AssetPackage> AssetPackages => Set<AssetPackage>();

    public DbSet<AssetCard> AssetCards => Set<AssetCard>();

    public DbSet<AssetFinding> AssetFindings => Set<AssetFinding>();

    void ConfigureAssets(ModelBuilder model)
    {
        var binary = Shared.Databases.BinaryCollation(this);
        model.Entity<AssetPackage>(package =>
        {
            package.ToTable("asset_packages");
            package.Property(p => p.UnitPath).HasMaxLength(40).UseCollation(binary);
            package.Property(p => p.UnitName).HasMaxLength(200);
            package.Property(p => p.AccountName).HasMaxLength(200);
            package.Property(p => p.TakenBy).HasMaxLength(200);
            package.Property(p => p.FileHash).HasMaxLength(64).IsUnicode(false);
            package.Property(p => p.FileName).HasMaxLength(255);
            package.Property(p => p.PolicyVersion).HasMaxLength(100);
            package.Property(p => p.SaidUnit).HasConversion<string>().HasMaxLength(20);
            package.Property(p => p.State).HasConversion<string>().HasMaxLength(20);
            package.Property(p => p.Version).IsConcurrencyToken();
            AsJson(package.Property(p => p.Counts));
            AsJson(package.Property(p => p.Faults));
            AsJson(package.Property(p => p.Sheets));
            AsJson(package.Property(p => p.LeftOut));
            package.HasIndex(p => new { p.UnitPath, p.CreatedAt });
            package.HasIndex(p => new { p.UnitId, p.TakenAt });
        });
        model.Entity<AssetCard>(card =>
        {
            card.ToTable("asset_cards");
            card.Property(c => c.UnitPath).HasMaxLength(40).UseCollation(binary);
            card.Property(c => c.CardNumber).HasMaxLength(50).UseCollation(binary);
            card.Property(c => c.AssetNumber).HasMaxLength(50);
            card.Property(c => c.LinkedBy).HasConversion<string>().HasMaxLength(10);
            card.Property(c => c.NameZh).HasMaxLength(100);
            card.Property(c => c.Model).HasMaxLength(100);
            card.Property(c => c.Supplier).HasMaxLength(100);
            card.Property(c => c.Department).HasMaxLength(100);
            card.Property(c => c.Version).IsConcurrencyToken();
            // The mapping's key: a card known to a unit is updated by the next package, never doubled (I-8).
            card.HasIndex(c => new { c.UnitId, c.CardNumber }).IsUnique();
            card.HasIndex(c => new { c.UnitPath, c.CardNumber });
            card.HasOne<Instrument>().WithMany().HasForeignKey(c => c.InstrumentId).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<AssetFinding>(finding =>
        {
            finding.ToTable("asset_findings");
            finding.Property(f => f.UnitPath).HasMaxLength(40).UseCollation(binary);
            finding.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
            finding.Property(f => f.State).HasConversion<string>().HasMaxLength(20);
            finding.Property(f => f.Action).HasConversion<string>().HasMaxLength(20);
            finding.Property(f => f.SuggestedBy).HasConversion<string>().HasMaxLength(20);
            finding.Property(f => f.Fingerprint).HasMaxLength(64).IsUnicode(false);
            finding.Property(f => f.Name).HasMaxLength(100);
            finding.Property(f => f.Model).HasMaxLength(100);
            finding.Property(f => f.Note).HasMaxLength(500);
            finding.Property(f => f.SettledBy).HasMaxLength(200);
            finding.Property(f => f.Version).IsConcurrencyToken();
            AsJson(finding.Property(f => f.Cards));
            AsJson(finding.Property(f => f.Undo!));
            finding.HasIndex(f => new { f.PackageId, f.Kind, f.State });
            finding.HasIndex(f => new { f.UnitId, f.State });
            finding.HasOne<AssetPackage>().WithMany().HasForeignKey(f => f.PackageId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
