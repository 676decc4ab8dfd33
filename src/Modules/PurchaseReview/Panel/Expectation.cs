namespace Modular.PurchaseReview;

/// <summary>A granted instrument that is not on the platform yet: it ends when the instrument is listed; past its day it is overdue.</summary>
internal sealed class Expectation
{
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

    public void Meet(Guid instrumentId, DateOnly on) => (InstrumentId, MetOn) = (instrumentId, on);
}
