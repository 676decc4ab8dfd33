namespace Modular.Contracts.Sharing;

/// <summary>What other modules may ask about the use of instruments.</summary>
public interface IUsageLedger
{
    /// <summary>The hours units declared for a year. Instruments without a declaration are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, DeclaredUsage>> Declared(int year, IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct);
}

/// <param name="EffectiveHours">年有效工作机时, hours; null when not declared.</param>
/// <param name="ExternalHours">年对外服务机时, hours; null when not declared.</param>
public sealed record DeclaredUsage(Guid InstrumentId, int Year, decimal? EffectiveHours, decimal? ExternalHours);

/// <summary>A year's hours of instruments for those who judge by them (C-3, E-2, R-2): what was declared beside what was recorded, never mixed, and which of both counts.</summary>
public interface IAnnualUsage
{
    /// <summary>Of every instrument that is asked about: where nothing is known, that stands in the answer.</summary>
    Task<IReadOnlyDictionary<Guid, AnnualUsage>> Of(int year, IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct);
}

/// <param name="Declared">As the unit says; no run stands behind it.</param>
/// <param name="Recorded">Summed from operation records 运行记录 (S-5); none while there is no record of the year.</param>
/// <param name="Counts">Which of both counts.</param>
/// <param name="Why">A word for the reason: records-exist, no-records, nothing-known.</param>
/// <param name="Version">Of the declaration; kept with what is decided by it. 0 without one.</param>
public sealed record AnnualUsage(Guid InstrumentId, int Year, UsageFigure? Declared, UsageFigure? Recorded, UsageSource Counts, string Why, int Version)
{
    public UsageFigure? Counting => Counts switch { UsageSource.Recorded => Recorded, UsageSource.Declared => Declared, _ => null };
}

/// <param name="EffectiveHours">年有效工作机时.</param>
/// <param name="ExternalHours">年对外服务机时.</param>
public sealed record UsageFigure(decimal? EffectiveHours, decimal? ExternalHours);

public enum UsageSource
{
    None,
    Declared,
    Recorded,
}

/// <summary>A unit entered or corrected a year's hours of an instrument in the table of hours. Declared, not recorded.</summary>
public sealed record YearlyHoursDeclared(
    Guid InstrumentId, Guid UnitId, int Year, decimal? EffectiveHours, decimal? ExternalHours, Guid AccountId, string By, string Organisation) : IEvent;
