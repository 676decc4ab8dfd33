namespace Modular.PurchaseReview;

/// <summary>One instrument that is applied for 拟购仪器, the duplication check it came with, and the opinion on it.</summary>
internal sealed class PurchaseWish
{
    public const int LongestOpinion = 8000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public PurchaseCase Case { get; private set; } = null!;

    public int Position { get; private set; }

    public string? NameZh { get; private set; }

    public string? NameEn { get; private set; }

    public string? Model { get; private set; }

    public string? Manufacturer { get; private set; }

    public string? ClassCode { get; private set; }

    public string? Specifications { get; private set; }

    public string? Purpose { get; private set; }

    public int Quantity { get; private set; } = 1;

    public long? UnitPriceFen { get; private set; }

    public BudgetSource? BudgetSource { get; private set; }

    /// <summary>Promised: hours a year 预计年机时.</summary>
    public decimal? AnnualHours { get; private set; }

    /// <summary>Promised: of these for others 承诺对外服务机时.</summary>
    public decimal? ExternalHours { get; private set; }

    /// <summary>安放地点.</summary>
    public string? Location { get; private set; }

    public IReadOnlyList<Quotation> Quotations { get; private set; } = [];

    /// <summary>As JSON: inputs, hits, versions of the moment of submission; nothing changes it afterwards .</summary>
    public string? Check { get; private set; }

    /// <summary>What the name was understood to be; wishes for the same kind are added up against splitting (P-10).</summary>
    public string? Kind { get; private set; }

    /// <summary>sameModel, sameKind, near or none: of the nearest hit.</summary>
    public string? Band { get; private set; }

    /// <summary>分析意见, generated with the check, edited by an officer until a panel has the case .</summary>
    public string? Opinion { get; private set; }

    public string? OpinionBy { get; private set; }

    /// <summary>What the decision grants; none before it.</summary>
    public int? GrantedQuantity { get; private set; }

    public long? GrantedPriceFen { get; private set; }

    public long TotalFen => (UnitPriceFen ?? 0) * Quantity;

    public CheckDuplicates ToCheck() => new(
        NameZh, NameEn, Model, Manufacturer, ClassCode, Specifications, Purpose, UnitPriceFen is { } fen ? fen / 100m : null, Size: 20);

    public void Take(WishFacts facts, int position)
    {
        (Position, Quantity, UnitPriceFen, BudgetSource, AnnualHours, ExternalHours) = (position, facts.Quantity, facts.UnitPriceFen, facts.BudgetSource, facts.AnnualHours, facts.ExternalHours);
        (NameZh, NameEn, Model, Manufacturer, ClassCode) = (Said(facts.NameZh), Said(facts.NameEn), Said(facts.Model), Said(facts.Manufacturer), Said(facts.ClassCode));
        (Specifications, Purpose, Location) = (Said(facts.Specifications), Said(facts.Purpose), Said(facts.Location));
        Quotations = [.. facts.Quotations];
        // What was checked is not what is wished any more.
        (Check, Kind, Band, Opinion, OpinionBy) = (null, null, null, null, null);
    }

    public void Freeze(string check, string? kind, string band, string opinion) => (Check, Kind, Band, Opinion, OpinionBy) = (check, kind, band, opinion, null);

    /// <summary>As applied for where it passed, nothing where it was rejected, what the panel says otherwise; never more than was applied for.</summary>
    public void Grant(GrantedWish? said, Outcome outcome)
    {
        (GrantedQuantity, GrantedPriceFen) = outcome switch
        {
            Outcome.Passed => (Quantity, UnitPriceFen),
            Outcome.Rejected => (0, UnitPriceFen),
            _ => (said?.Quantity ?? Quantity, said?.UnitPriceFen ?? UnitPriceFen),
        };
        if (GrantedQuantity > Quantity || GrantedPriceFen > UnitPriceFen) throw PanelProblems.NotWhatWasDecided();
    }

    public void EditOpinion(string text, string by) => (Opinion, OpinionBy) = (text.Trim(), by);

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal enum BudgetSource
{
    Central,
    Local,
    Own,
    Other,
}

/// <summary>The four grounds on which a purchase may be approved (财科教〔2019〕1号).</summary>
internal enum PurchaseGround
{
    /// <summary>None of the kind in the unit and its area, or not able to do it.</summary>
    NoneAlike,

    /// <summary>There are, but used to the full.</summary>
    Saturated,

    /// <summary>The nature of the experiments makes sharing unsuitable.</summary>
    UnsuitableForSharing,

    /// <summary>On-line instrument, or accessory or upgrade of one there is.</summary>
    OnlineOrAccessory,
}

/// <summary>What the panel grants of one instrument.</summary>
internal sealed record GrantedWish(Guid WishId, int Quantity, long UnitPriceFen);

/// <param name="FileId">The quotation itself, among the case's files.</param>
internal sealed record Quotation(string Supplier, long AmountFen, Guid? FileId);
