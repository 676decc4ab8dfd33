namespace Modular.Sharing;

/// <summary>A year's hours of an instrument as its unit declared them: no operation record stands behind them.</summary>
internal sealed class UsageDeclaration
{
    public required Guid InstrumentId { get; init; }

    public required int Year { get; init; }

    public required Guid UnitId { get; set; }

    /// <summary>年有效工作机时, hours, one decimal.</summary>
    public decimal? EffectiveHours { get; set; }

    /// <summary>年对外服务机时, hours, one decimal.</summary>
    public decimal? ExternalHours { get; set; }
}
