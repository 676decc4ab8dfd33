using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Modular.Shared;
using static Modular.Shared.JsonColumns;

namespace Modular.Instruments;

// A new migration for each provider: npm run db:add -- Instruments <Name>
internal abstract partial class InstrumentsDb(DbContextOptions options) : ModuleDbContext(options, InstrumentsModule.Name)
{
    public DbSet<Instrument> Instruments => Set<Instrument>();

    public DbSet<InstrumentRevision> Revisions => Set<InstrumentRevision>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        var binary = this.BinaryCollation();

        model.Entity<Instrument>(instrument =>
        {
            instrument.ToTable("instruments");
            instrument.Property(i => i.UnitPath).HasMaxLength(40).UseCollation(binary);
            instrument.Property(i => i.UnitName).HasMaxLength(200);
            instrument.Property(i => i.ReturnReasonCode).HasMaxLength(50);
            instrument.Property(i => i.ReturnReason).HasMaxLength(2000);
            instrument.Property(i => i.LifeCycle).HasConversion<string>().HasMaxLength(20);
            instrument.Property(i => i.ClassCode).UseCollation(binary);
            instrument.Property(i => i.RegionCode).UseCollation(binary);
            instrument.Property(i => i.AnnualHours).HasPrecision(7, 1);
            instrument.Property(i => i.ExternalHours).HasPrecision(7, 1);
            instrument.Property(i => i.Version).IsConcurrencyToken();
            instrument.Property(i => i.Disciplines).HasConversion(
                list => string.Join(',', list),
                text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).ToList(),
                SameElements<string>()).HasMaxLength(40);
            instrument.Property(i => i.FundingSources).HasConversion(
                list => string.Join(',', list),
                text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<FundingSource>).ToList(),
                SameElements<FundingSource>()).HasMaxLength(100);
            AsJson(instrument.Property(i => i.Remarks));
            foreach (var field in InstrumentFields.All)
            {
                var property = instrument.Property(field.Property.Name);
                if (field.MaxLength is { } length) property.HasMaxLength(length);
                if (field.Kind == FieldKind.Choice) property.HasConversion<string>().HasMaxLength(30);
            }

            // A unit's own number is the key that the nation and later imports know the instrument by (I-8).
            instrument.HasIndex(i => new { i.UnitId, i.AssetNumber }).IsUnique();
            instrument.HasIndex(i => new { i.UnitPath, i.LifeCycle });
            instrument.HasIndex(i => new { i.UnitPath, i.UpdatedAt, i.Id }).IsDescending(false, true, true);
            instrument.HasIndex(i => new { i.UpdatedAt, i.Id }).IsDescending(true, true);
            instrument.HasIndex(i => new { i.OriginalValueFen, i.Id });
            instrument.HasIndex(i => new { i.LifeCycle, i.SubmittedAt });
            instrument.HasIndex(i => i.ClassCode);
        });
        model.Entity<InstrumentRevision>(revision =>
        {
            revision.ToTable("revisions");
            revision.Property(r => r.AccountName).HasMaxLength(200);
            revision.Property(r => r.OrganisationName).HasMaxLength(200);
            revision.Property(r => r.Action).HasMaxLength(30);
            revision.Property(r => r.Reason).HasMaxLength(2000);
            AsJson(revision.Property(r => r.Changes), changes => FirstValues.Write(changes), column => FirstValues.Read(column));
            AsJson(revision.Property(r => r.Remarks));
            revision.HasIndex(r => new { r.InstrumentId, r.Version }).IsUnique();
            revision.HasOne<Instrument>().WithMany().HasForeignKey(r => r.InstrumentId).OnDelete(DeleteBehavior.Cascade);
        });
        ConfigureImports(model);
        ConfigureAttachments(model);
        ConfigureCustoms(model);
        ConfigureUpkeep(model);
        ConfigureAssets(model);
        ConfigureDuties(model);
        ConfigureCarriers(model);
    }

    /// <summary>The tables of imports (I-9).</summary>
    partial void ConfigureImports(ModelBuilder model);

    static ValueComparer<List<T>> SameElements<T>() => new(
        (left, right) => left!.SequenceEqual(right!),
        list => list.Aggregate(0, HashCode.Combine),
        list => list.ToList());
}

internal sealed class InstrumentsPostgreSqlDb(DbContextOptions<InstrumentsPostgreSqlDb> options) : InstrumentsDb(options);

internal sealed class InstrumentsSqlServerDb(DbContextOptions<InstrumentsSqlServerDb> options) : InstrumentsDb(options);
