using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Compares wishes with the whole stock: one for a visitor of the page, all of a case when it is handed in.</summary>
internal sealed class DuplicateCheck(StockFollower stock, HitCards cards, TimeProvider clock)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<DuplicateCheckAnswer>> Run(IReadOnlyList<CheckDuplicates> wishes, PolicySet policy, CancellationToken ct)
    {
        if (stock.AsOf is not { } asOf) return [.. wishes.Select(NotFinished)];

        var results = new LikenessResult?[wishes.Count];
        using (var patience = new CancellationTokenSource(Patience, clock))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token))
        {
            try
            {
                for (var at = 0; at < wishes.Count; at++) results[at] = stock.Index.Check(wishes[at].Wish, wishes[at].Size ?? 20, either.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                // What is done is done; the others say that they are not.
            }
        }

        var hits = await cards.Of([.. wishes.Select((wish, at) => (wish.Wish, results[at]?.Hits ?? []))], policy.GeneralRatedHours, ct);
        return [.. wishes.Select((wish, at) => results[at] is { } result ? Answer(wish, result, hits[at], asOf, policy) : NotFinished(wish))];
    }

    static DuplicateCheckAnswer Answer(CheckDuplicates wish, LikenessResult result, IReadOnlyList<DuplicateHit> hits, DateTimeOffset asOf, PolicySet policy)
    {
        var understood = StockIndex.Understand(wish.Wish);
        var counts = new BandCounts(result.Counts[(int)LikenessBand.SameModel], result.Counts[(int)LikenessBand.SameKind], result.Counts[(int)LikenessBand.Near]);
        return new DuplicateCheckAnswer(
            hits.Count > 0 ? "found" : "nothingFound", LikenessRules.Version, new StockStamp(result.StockVersion, result.Compared, asOf), counts, understood, hits,
            PurchaseTests.Of(wish, understood, hits, policy), Opinion.Of(wish, understood, counts, hits, result.Compared, asOf, policy.SaturatedHours));
    }

    DuplicateCheckAnswer NotFinished(CheckDuplicates wish) => new(
        "notFinished", LikenessRules.Version, new StockStamp(stock.Index.Version, stock.Index.Count, stock.AsOf), new BandCounts(0, 0, 0), StockIndex.Understand(wish.Wish), [], [], "");
}
