using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>A check as it was when the case was handed in: inputs, hits, tests and versions .</summary>
/// <param name="PolicyVersion">Of the numbers that the tests were judged by.</param>
internal sealed record FrozenCheck(DateTimeOffset At, CheckDuplicates Wish, DuplicateCheckAnswer Answer, string PolicyVersion);

/// <summary>Checks every instrument of a case against the stock and freezes what came out with it.</summary>
internal sealed class WishChecks(PurchaseReviewDb db, DuplicateCheck check, TimeProvider clock)
{
    /// <exception cref="Problem">409 when the stock is not whole yet: a case never goes on with a check that did not finish.</exception>
    public async Task Freeze(PurchaseCase handedIn, PolicySet policy, CancellationToken ct)
    {
        var wishes = handedIn.Wishes.OrderBy(wish => wish.Position).ToList();
        var asked = wishes.ConvertAll(wish => wish.ToCheck());
        var answers = await check.Run(asked, policy, ct);
        if (answers.Any(answer => answer.State == "notFinished")) throw CaseProblems.CheckNotFinished();

        var kinds = answers.Select(answer => answer.Understood.KindZh).ToList();
        var others = await OthersOfKind(handedIn, kinds, ct);
        foreach (var (at, wish) in wishes.Index())
        {
            var kind = kinds[at];
            var together = kind is null ? [wish] : wishes.Where((_, i) => kinds[i] == kind).ToList();
            var answer = answers[at] with
            {
                Tests = [.. answers[at].Tests, PurchaseTests.NotSplit(wish.UnitPriceFen ?? 0, together.Sum(w => w.TotalFen), together.Sum(w => w.Quantity), [.. others.Where(other => kind is not null && other.Kind == kind)], policy)],
            };
            var frozen = new FrozenCheck(clock.GetUtcNow(), asked[at], answer, policy.Version);
            wish.Freeze(JsonSerializer.Serialize(frozen, JsonShape.Options), kind, answer.Hits.Count > 0 ? answer.Hits[0].Band : "none", answer.Opinion);
        }
    }

    public static FrozenCheck? Read(PurchaseWish wish) => wish.Check is { } json ? JsonSerializer.Deserialize<FrozenCheck>(json, JsonShape.Options) : null;

    // P-10: a purchase split up is several applications for one kind, each below the threshold, within a year.
    async Task<IReadOnlyList<SplitPart>> OthersOfKind(PurchaseCase handedIn, IReadOnlyList<string?> kinds, CancellationToken ct)
    {
        var (known, since) = (kinds.OfType<string>().Distinct(StringComparer.Ordinal).ToList(), clock.GetUtcNow().AddYears(-1));
        if (known.Count == 0) return [];
        return await db.Wishes.AsNoTracking()
            .Where(w => w.CaseId != handedIn.Id && w.Case.UnitId == handedIn.UnitId && w.Case.State != CaseState.Withdrawn && w.Case.SubmittedAt >= since && w.Kind != null && known.Contains(w.Kind))
            .Select(w => new SplitPart(w.Kind!, w.UnitPriceFen ?? 0, w.Quantity)).ToListAsync(ct);
    }
}

/// <summary>What the same unit applied for elsewhere, of the same kind.</summary>
internal sealed record SplitPart(string Kind, long UnitPriceFen, int Quantity);
