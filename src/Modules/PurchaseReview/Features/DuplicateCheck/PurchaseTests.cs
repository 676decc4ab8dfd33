using Modular.Contracts.Units;
using Modular.Contracts.Vocabulary;

namespace Modular.PurchaseReview;

/// <summary>A rule for or against the purchase, judged from the hits, with the figures it was judged by (P-10).</summary>
/// <param name="Code">saturated, usage, standardName; of an application also notSplit, in 万元.</param>
/// <param name="Outcome">forPurchase, against, or unknown where the figures are missing.</param>
internal sealed record PurchaseTest(string Code, string Outcome, decimal? Value, decimal? Threshold, int Judged, int Without, string? Text, string Source);

internal static class PurchaseTests
{
    public static IReadOnlyList<PurchaseTest> Of(CheckDuplicates wish, Understanding understood, IReadOnlyList<DuplicateHit> hits, PolicySet policy)
    {
        var usageShare = policy.SaturatedUsagePercent / 100m;
        var alike = hits.Where(hit => hit.Band is "sameModel" or "sameKind").ToList();
        var known = alike.Where(hit => hit.AnnualHours is not null).ToList();
        var without = alike.Count - known.Count;
        var saturated = known.Count(hit => hit.AnnualHours >= policy.SaturatedHours);
        var mean = known.Count == 0 ? (decimal?)null : Math.Round(known.Average(hit => hit.Utilisation ?? 0), 3);
        return
        [
            new("saturated", alike.Count == 0 ? "forPurchase" : known.Count == 0 ? "unknown" : saturated == known.Count ? "forPurchase" : "against", saturated, policy.SaturatedHours, known.Count, without, null, "财科教〔2019〕1号"),
            new("usage", alike.Count == 0 ? "forPurchase" : mean is null ? "unknown" : mean >= usageShare ? "forPurchase" : "against", mean, usageShare, known.Count, without, null, "广东省查重指引 2024"),
            new("standardName", string.IsNullOrWhiteSpace(wish.Name) || understood.KindZh is null ? "unknown" : IsStandard(wish.Name, understood.KindZh) ? "forPurchase" : "against", null, null, 0, 0, understood.KindZh, "广东省查重指引 2024"),
        ];
    }

    /// <summary>Not split up below a threshold: what the unit applies for of one kind within a year, added up, against the threshold (P-10).</summary>
    public static PurchaseTest NotSplit(long unitPriceFen, long ownFen, int ownPieces, IReadOnlyList<SplitPart> elsewhere, PolicySet policy)
    {
        var threshold = policy.DutyThresholdFen;
        var below = elsewhere.Where(part => part.UnitPriceFen < threshold).ToList();
        var (sum, pieces) = (ownFen + below.Sum(part => part.UnitPriceFen * part.Quantity), ownPieces + below.Sum(part => part.Quantity));
        var split = unitPriceFen < threshold && pieces > 1 && sum >= threshold;
        return new PurchaseTest("notSplit", split ? "against" : "forPurchase", Wan(sum), Wan(threshold), pieces, 0, null, "广东省查重指引 2024");
    }

    static decimal Wan(long fen) => Math.Round(fen / 1_000_000m, 2);

    static bool IsStandard(string name, string kind) => FoldedText.Compact(name).Contains(FoldedText.Compact(kind), StringComparison.Ordinal);
}
