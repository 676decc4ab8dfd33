namespace Modular.PurchaseReview;

/// <summary>How alike two instruments are, in the words the panel reads: 无, 近似, 同类, 同型号.</summary>
internal enum LikenessBand { None, Near, SameKind, SameModel }

/// <summary>What of a wish or an instrument the comparison reads. Anything may be missing.</summary>
internal sealed record Likeable(
    string? NameZh, string? NameEn = null, string? Model = null, string? Manufacturer = null, string? ClassCode = null,
    string? Specifications = null, string? Purpose = null, long? PriceFen = null);

/// <summary>One piece of evidence: what it is about, how many points it brought, and how far both sides agree there.</summary>
/// <param name="Feature">name, model, brand, class, specifications, price, purpose.</param>
/// <param name="Agreement">same, alike, different, missing.</param>
/// <param name="Reason">A code the client has words for.</param>
/// <param name="Ours">What was read on the wish's side.</param>
/// <param name="Theirs">What was read on the instrument's side.</param>
internal sealed record Contribution(string Feature, int Points, string Agreement, string Reason, string? Ours, string? Theirs);

internal readonly record struct LikenessHit(int Slot, Guid InstrumentId, int Score, LikenessBand Band);

/// <param name="Counts">How many of the whole stock fell into each band, by the band's number.</param>
internal sealed record LikenessResult(IReadOnlyList<LikenessHit> Hits, int[] Counts, int Compared, long StockVersion);
