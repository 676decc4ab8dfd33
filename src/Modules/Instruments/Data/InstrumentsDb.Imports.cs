using Microsoft.EntityFrameworkCore;
using static Modular.Shared.JsonColumns;

namespace Modular.Instruments;

internal abstract partial class InstrumentsDb
{
    public DbSet<InstrumentImport> Imports => Set<InstrumentImport>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<RememberedMapping> RememberedMappings => Set<RememberedMapping>();

    partial void ConfigureImports(ModelBuilder model)
    {
        var binary = Shared.Databases.BinaryCollation(this);
        model.Entity<InstrumentImport>(import =>
        {
            import.ToTable("imports");
            import.Property(i => i.OwnerPath).HasMaxLength(40).UseCollation(binary);
            import.Property(i => i.AccountName).HasMaxLength(200);
            import.Property(i => i.FileHash).HasMaxLength(64).IsUnicode(false);
            import.Property(i => i.FileName).HasMaxLength(255);
            import.Property(i => i.FileKind).HasConversion<string>().HasMaxLength(20);
            import.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
            import.Property(i => i.Signature).HasMaxLength(64).IsUnicode(false);
            import.Property(i => i.UnitName).HasMaxLength(200);
            import.Property(i => i.Version).IsConcurrencyToken();
            AsJson(import.Property(i => i.Failure!));
            AsJson(import.Property(i => i.Sheets));
            AsJson(import.Property(i => i.Mapping));
            AsJson(import.Property(i => i.Counts));
            AsJson(import.Property(i => i.FaultGroups));
            AsJson(import.Property(i => i.Result!));
            import.HasIndex(i => new { i.OwnerPath, i.CreatedAt });
        });
        model.Entity<ImportRow>(row =>
        {
            row.ToTable("import_rows");
            row.HasKey(r => new { r.ImportId, r.Number });
            row.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(10);
            row.Property(r => r.UnitName).HasMaxLength(200);
            row.Property(r => r.AssetNumber).HasMaxLength(50);
            row.Property(r => r.FaultCodes).HasMaxLength(2000);
            row.HasIndex(r => new { r.ImportId, r.Outcome, r.Number });
            row.HasIndex(r => new { r.ImportId, r.AssetNumber });
            // A row is a little longer than what PostgreSQL begins to pack; packing it cost a third of writing it (P7).
            if (Database.IsNpgsql()) row.HasStorageParameter("toast_tuple_target", 8160);
            row.HasOne<InstrumentImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RememberedMapping>(mapping =>
        {
            mapping.ToTable("import_mappings");
            mapping.HasKey(m => new { m.OrganisationId, m.Signature });
            mapping.Property(m => m.Signature).HasMaxLength(64).IsUnicode(false);
            AsJson(mapping.Property(m => m.Mapping));
        });
    }
}
