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

/// <summary>Which instruments a unit had in a year, for those who ask of each what it did in that year: hours, a census.</summary>
public interface IInstrumentRoll
{
    /// <summary>One page of a unit's instruments that were in service at some time of the year.</summary>
    Task<RollPage> Page(RollQuery query, CancellationToken ct);

    /// <summary>All of a unit's, by asset number.</summary>
    Task<IReadOnlyList<RollEntry>> Of(int year, Guid unitId, CancellationToken ct);

    /// <summary>Those of these that were in service at some time of the year; others are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, RollEntry>> FindMany(int year, IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct);

    /// <summary>How many each unit of a subtree had; with ids, how many of these.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountByUnit(int year, string scopePath, IReadOnlyCollection<Guid>? only, CancellationToken ct);
}

/// <param name="Only">Only these.</param>
/// <param name="Except">All but these.</param>
/// <param name="Sort">assetNumber, name, originalValueFen; with a leading minus descending.</param>
public sealed record RollQuery(int Year, Guid UnitId, string? Search, IReadOnlyCollection<Guid>? Only, IReadOnlyCollection<Guid>? Except, string? Sort, int? Page, int? Size);

public sealed record RollPage(IReadOnlyList<RollEntry> Items, int Total, int Page, int Size);

/// <param name="Special">专用: rated otherwise than general-purpose ones (P-8).</param>
public sealed record RollEntry(Guid Id, Guid UnitId, string UnitPath, string? AssetNumber, string Name, string? Model, bool Special);
