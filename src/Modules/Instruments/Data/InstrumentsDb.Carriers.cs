using Microsoft.EntityFrameworkCore;
using static Modular.Shared.JsonColumns;

namespace Modular.Instruments;

internal abstract partial class InstrumentsDb
{
    public DbSet<Carrier> Carriers => Set<Carrier>();

    public DbSet<CarrierRevision> CarrierRevisions => Set<CarrierRevision>();

    void ConfigureCarriers(ModelBuilder model)
    {
        var binary = Shared.Databases.BinaryCollation(this);
        model.Entity<Carrier>(carrier =>
        {
            carrier.ToTable("carriers");
            carrier.Ignore(c => c.Fields).Ignore(c => c.MissingForSubmission);
            carrier.Property(c => c.Kind).HasConversion<string>().HasMaxLength(30);
            carrier.Property(c => c.UnitPath).HasMaxLength(40).UseCollation(binary);
            carrier.Property(c => c.UnitName).HasMaxLength(200);
            carrier.Property(c => c.LifeCycle).HasConversion<string>().HasMaxLength(20);
            carrier.Property(c => c.ReturnReasonCode).HasMaxLength(50);
            carrier.Property(c => c.ReturnReason).HasMaxLength(2000);
            carrier.Property(c => c.RoomArea).HasPrecision(12, 2);
            carrier.Property(c => c.Version).IsConcurrencyToken();
            carrier.Property(c => c.Disciplines).HasConversion(
                list => string.Join(',', list),
                text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).ToList(),
                SameElements<string>()).HasMaxLength(40);
            AsJson(carrier.Property(c => c.Remarks));
            foreach (var field in CarrierFields.Any)
            {
                var property = carrier.Property(field.Property.Name);
                if (field.MaxLength is { } length) property.HasMaxLength(length);
                if (field.Kind == FieldKind.Choice) property.HasConversion<string>().HasMaxLength(30);
            }

            carrier.Property(c => c.RegionCode).UseCollation(binary);
            carrier.Property(c => c.Number).IsRequired();
            // By kind and number instruments belong to it.
            carrier.HasIndex(c => new { c.UnitId, c.Kind, c.Number }).IsUnique();
            carrier.HasIndex(c => new { c.UnitPath, c.LifeCycle });
        });
        model.Entity<CarrierRevision>(revision =>
        {
            revision.ToTable("carrier_revisions");
            revision.Property(r => r.AccountName).HasMaxLength(200);
            revision.Property(r => r.OrganisationName).HasMaxLength(200);
            revision.Property(r => r.Action).HasMaxLength(30);
            revision.Property(r => r.Reason).HasMaxLength(2000);
            AsJson(revision.Property(r => r.Changes));
            AsJson(revision.Property(r => r.Remarks));
            revision.HasIndex(r => new { r.CarrierId, r.Version }).IsUnique();
            revision.HasOne<Carrier>().WithMany().HasForeignKey(r => r.CarrierId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Instrument>().HasIndex(i => new { i.UnitId, i.CarrierNumber });
    }
}
