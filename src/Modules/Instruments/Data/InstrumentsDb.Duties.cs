using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

internal abstract partial class InstrumentsDb
{
    /// <summary>Name of the column that says whether an instrument owes its opening; kept by the database itself.</summary>
    public const string OpennessColumn = "Openness";

    public DbSet<Exemption> Exemptions => Set<Exemption>();

    public DbSet<ExemptionItem> ExemptionItems => Set<ExemptionItem>();

    public DbSet<ExemptionStep> ExemptionSteps => Set<ExemptionStep>();

    public DbSet<DutyReminder> DutyReminders => Set<DutyReminder>();

    void ConfigureDuties(ModelBuilder model)
    {
        model.Entity<Instrument>(instrument =>
        {
            // The same as Instrument.OpennessNow, for lists of a whole region: nothing that writes instruments can forget it.
            instrument.Property<Openness>(OpennessColumn).HasComputedColumnSql(
                Quoted("""
                    CASE WHEN "LifeCycle" = 'Retired' OR ("FundingSources" <> '' AND "FundingSources" NOT LIKE '%Central%' AND "FundingSources" NOT LIKE '%Local%') THEN 0
                    WHEN "LifeCycle" = 'Listed' AND COALESCE("SharingMode", '') <> 'None' THEN 2 ELSE 1 END
                    """), stored: true);
            instrument.HasIndex(OpennessColumn, nameof(Instrument.AcceptedOn), nameof(Instrument.Id));
        });
        model.Entity<Exemption>(exemption =>
        {
            exemption.ToTable("exemptions");
            exemption.Property(e => e.UnitPath).HasMaxLength(40).UseCollation(this.BinaryCollation());
            exemption.Property(e => e.UnitName).HasMaxLength(200);
            exemption.Property(e => e.Reason).HasConversion<string>().HasMaxLength(20);
            exemption.Property(e => e.State).HasConversion<string>().HasMaxLength(20);
            exemption.Property(e => e.Explanation).HasMaxLength(Exemption.LongestExplanation);
            exemption.Property(e => e.UnitReference).HasMaxLength(30);
            exemption.Property(e => e.FilingNumber).HasMaxLength(50);
            exemption.Property(e => e.Version).IsConcurrencyToken();
            exemption.HasIndex(e => new { e.UnitPath, e.State });
            exemption.HasMany(e => e.Items).WithOne(i => i.Exemption).HasForeignKey(i => i.ExemptionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ExemptionItem>(item =>
        {
            item.ToTable("exemption_items");
            item.HasKey(i => new { i.ExemptionId, i.InstrumentId });
            item.Property(i => i.AssetNumber).HasMaxLength(50);
            item.Property(i => i.NameZh).HasMaxLength(100);
            item.Property(i => i.Model).HasMaxLength(100);
            // Of two statements about the same instrument at the same time the database lets one through.
            item.HasIndex(i => i.InstrumentId).IsUnique().HasFilter(Quoted(Database.IsSqlServer() ? "\"Live\" = 1" : "\"Live\""));
        });
        model.Entity<DutyReminder>(reminder =>
        {
            reminder.ToTable("duty_reminders");
            reminder.HasKey(r => new { r.InstrumentId, r.Kind, r.AcceptedOn });
            reminder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(10);
            reminder.HasOne<Instrument>().WithMany().HasForeignKey(r => r.InstrumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ExemptionStep>(step =>
        {
            step.ToTable("exemption_steps");
            step.Property(s => s.AccountName).HasMaxLength(200);
            step.Property(s => s.OrganisationName).HasMaxLength(200);
            step.Property(s => s.Action).HasMaxLength(20);
            step.Property(s => s.Reason).HasMaxLength(1000);
            step.HasIndex(s => new { s.ExemptionId, s.Version }).IsUnique();
            step.HasOne<Exemption>().WithMany().HasForeignKey(s => s.ExemptionId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    string Quoted(string sql)
    {
        var line = sql.ReplaceLineEndings(" ");
        if (!Database.IsSqlServer()) return line;
        // The other provider's quotes: every second one closes.
        return string.Concat(line.Split('"').Select((part, at) => at % 2 == 0 ? part : $"[{part}]"));
    }
}
