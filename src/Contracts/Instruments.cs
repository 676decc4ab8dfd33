namespace Modular.Contracts.Instruments;

/// <summary>What other modules may ask about instruments.</summary>
public interface IInstrumentDirectory
{
    /// <summary>Unknown ids are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, InstrumentSummary>> FindMany(IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct);
}

/// <summary>The whole stock, whoever owns it, for those who must compare with all of it: the duplication check of purchases 查重 .</summary>
public interface IInstrumentStock
{
    /// <summary>Every instrument whose record was touched at or after the moment; all of them without one. Deleted drafts are not told of.</summary>
    IAsyncEnumerable<StockInstrument> TouchedSince(DateTimeOffset? moment, CancellationToken ct);

    /// <summary>What a reader of a check sees of each. Unknown ids are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, StockCard>> FindMany(IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct);
}

/// <summary>What of an instrument is compared.</summary>
/// <param name="InStock">False once it has left for good.</param>
public sealed record StockInstrument(
    Guid Id, int Version, DateTimeOffset UpdatedAt, bool InStock, string? NameZh, string? NameEn, string? Model, string? Manufacturer, string? ClassCode,
    string? Specifications, string? Functions, long? OriginalValueFen);

/// <param name="Standing">draft, submitted, returned, listed or retired (I-4).</param>
/// <param name="ContactName">Null unless the instrument is on the platform: a draft's contact has agreed to nothing yet.</param>
public sealed record StockCard(
    Guid Id, string NameZh, string? NameEn, string? Model, string? Manufacturer, string? ClassCode, string? Specifications, string? Functions,
    long? OriginalValueFen, DateOnly? BookedOn, Guid UnitId, string UnitPath, string UnitName, string? RegionCode, string Standing, string? OperatingStatus,
    string? SharingMode, string? ContactName, string? ContactPhone);

/// <param name="OriginalValueFen">Original value 原值 in fen, as in the asset register.</param>
/// <param name="Listed">Whether the instrument is on the platform 入网.</param>
public sealed record InstrumentSummary(Guid Id, Guid UnitId, string Name, string Model, string ClassCode, long OriginalValueFen, bool Listed);

/// <summary>The instrument came onto the platform 入网 (I-4).</summary>
public sealed record InstrumentListed(Guid InstrumentId, Guid UnitId, DateOnly ListedOn) : IEvent;

/// <summary>A listed instrument's record, status or owner has changed.</summary>
public sealed record InstrumentChanged(Guid InstrumentId, Guid UnitId) : IEvent;

/// <summary>The instrument left the platform for good.</summary>
public sealed record InstrumentRetired(Guid InstrumentId, Guid UnitId, DateOnly RetiredOn) : IEvent;

/// <summary>The unit declared a year's hours of an instrument, by form or by a list. Declared, not recorded: no run stands behind them.</summary>
/// <param name="EffectiveHours">年有效工作机时, 0 to 8784.</param>
/// <param name="ExternalHours">年对外服务机时, at most the effective hours.</param>
public sealed record UsageDeclared(Guid InstrumentId, Guid UnitId, int Year, decimal? EffectiveHours, decimal? ExternalHours) : IEvent;
