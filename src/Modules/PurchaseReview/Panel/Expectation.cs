using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>A granted instrument that is not on the platform yet: it ends when the instrument is listed, or is given up; past its day it is overdue.</summary>
internal sealed class Expectation
{
    public const int LongestReason = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public PurchaseCase Case { get; private set; } = null!;

    public required Guid WishId { get; init; }

    /// <summary>Of several granted alike, which: from 1.</summary>
    public required int Piece { get; init; }

    public required Guid UnitId { get; init; }

    public string? NameZh { get; init; }

    public string? Model { get; init; }

    /// <summary>What was promised for it: hours a year, and of these for others.</summary>
    public decimal? PromisedHours { get; init; }

    public decimal? PromisedExternalHours { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public Guid? InstrumentId { get; private set; }

    public DateOnly? MetOn { get; private set; }

    /// <summary>When it was given up 终止.</summary>
    public DateOnly? EndedOn { get; private set; }

    public string EndReason { get; private set; } = "";

    public string EndedBy { get; private set; } = "";

    public int Version { get; private set; } = 1;

    public static IEnumerable<Expectation> Of(PurchaseCase decided, int years) =>
        from wish in decided.Wishes
        from piece in Enumerable.Range(1, decided.Outcome == Outcome.Rejected ? 0 : wish.GrantedQuantity ?? 0)
        select new Expectation
        {
            CaseId = decided.Id, WishId = wish.Id, Piece = piece, UnitId = decided.UnitId, NameZh = wish.NameZh, Model = wish.Model, PromisedHours = wish.AnnualHours,
            PromisedExternalHours = wish.ExternalHours, DecidedOn = decided.DecidedOn!.Value, DueOn = decided.DecidedOn.Value.AddYears(years),
        };

    /// <summary>The same instrument by model, or one of the same kind: what was granted may have been bought in another make.</summary>
    public bool IsMetBy(Likeable instrument)
    {
        var reasons = StockIndex.Explain(new Likeable(NameZh, Model: Model), instrument);
        return reasons.Any(reason => reason.Feature is "model" or "name" && reason.Agreement == "same");
    }

    public void Meet(Guid instrumentId, DateOnly on) => (InstrumentId, MetOn, Version) = (instrumentId, on, Version + 1);

    /// <exception cref="Problem">409 when it has come to its end already.</exception>
    public void End(DateOnly on, string reason, string by, int version)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("expectation");
        if (MetOn is not null || EndedOn is not null) throw PanelProblems.AwaitedNoMore();
        (EndedOn, EndReason, EndedBy, Version) = (on, reason, by, Version + 1);
    }

    /// <exception cref="Problem">409 when it has not been given up.</exception>
    public void Resume(int version)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("expectation");
        if (EndedOn is null) throw PanelProblems.NotGivenUp();
        (EndedOn, EndReason, EndedBy, Version) = (null, "", "", Version + 1);
    }
}
