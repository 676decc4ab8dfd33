using Microsoft.EntityFrameworkCore;

namespace Modular.Instruments;

internal abstract partial class InstrumentsDb
{
    /// <summary>Name of the column that says whether an instrument owes its opening; kept by the database itself.</summary>
    public const string OpennessColumn = "Openness";

    void ConfigureDuties(ModelBuilder model) => model.Entity<Instrument>(instrument =>
    {
        // The same as Instrument.OpennessNow, for lists of a whole region: nothing that writes instruments can forget it.
        instrument.Property<Openness>(OpennessColumn).HasComputedColumnSql(
            Quoted("""
                CASE WHEN "LifeCycle" = 'Retired' OR ("FundingSources" <> '' AND "FundingSources" NOT LIKE '%Central%' AND "FundingSources" NOT LIKE '%Local%') THEN 0
                WHEN "LifeCycle" = 'Listed' AND COALESCE("SharingMode", '') <> 'None' THEN 2 ELSE 1 END
                """), stored: true);
        instrument.HasIndex(OpennessColumn, nameof(Instrument.AcceptedOn), nameof(Instrument.Id));
    });

    string Quoted(string sql)
    {
        var line = sql.ReplaceLineEndings(" ");
        if (!Database.IsSqlServer()) return line;
        // The other provider's quotes: every second one closes.
        return string.Concat(line.Split('"').Select((part, at) => at % 2 == 0 ? part : $"[{part}]"));
    }
}
