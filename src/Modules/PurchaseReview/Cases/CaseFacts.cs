using FluentValidation;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>What a unit applies with. A draft may leave anything open; handing it in may not.</summary>
internal sealed record CaseFacts(
    string? ProjectNumber, string? ProjectName, IReadOnlyList<PurchaseGround> Grounds, string? Necessity, string? Reasonableness, string? SharingPlan, string? Conditions,
    string? ContactName, string? ContactPhone, IReadOnlyList<WishFacts> Wishes)
{
    /// <summary>The annual round that the unit brings it to; none for a single case.</summary>
    public Guid? RoundId { get; init; }
}

/// <param name="Id">Of an instrument that stands in the draft already; none for a new one.</param>
/// <param name="AnnualHours">Hours a year that the unit expects and promises 预计年机时.</param>
/// <param name="ExternalHours">Of these for others 承诺对外服务机时.</param>
internal sealed record WishFacts(
    Guid? Id, string? NameZh, string? NameEn, string? Model, string? Manufacturer, string? ClassCode, string? Specifications, string? Purpose, int Quantity, long? UnitPriceFen,
    BudgetSource? BudgetSource, decimal? AnnualHours, decimal? ExternalHours, string? Location, IReadOnlyList<Quotation> Quotations);

internal sealed class CaseFactsRules : AbstractValidator<CaseFacts>
{
    const int MostWishes = 50;
    const int LongestText = 4000;

    public CaseFactsRules()
    {
        RuleFor(f => f.ProjectNumber).MaximumLength(60);
        RuleFor(f => f.ProjectName).MaximumLength(200);
        RuleFor(f => f.Grounds).NotNull().Must(grounds => grounds is null || grounds.Count <= 4).WithErrorCode("purchase.grounds").WithMessage("At most the four.");
        RuleFor(f => f.Necessity).MaximumLength(LongestText);
        RuleFor(f => f.Reasonableness).MaximumLength(LongestText);
        RuleFor(f => f.SharingPlan).MaximumLength(LongestText);
        RuleFor(f => f.Conditions).MaximumLength(LongestText);
        RuleFor(f => f.ContactName).MaximumLength(50);
        RuleFor(f => f.ContactPhone).MaximumLength(30);
        RuleFor(f => f.Wishes).NotNull().Must(wishes => wishes is null || wishes.Count is > 0 and <= MostWishes)
            .WithErrorCode("purchase.wishes").WithMessage($"One to {MostWishes} instruments.");
        RuleForEach(f => f.Wishes).NotNull().SetValidator(new WishFactsRules());
    }
}

internal sealed class WishFactsRules : AbstractValidator<WishFacts>
{
    const int LongestName = 200;
    const int LongestText = 4000;
    const int HoursOfAYear = 8784;
    const long MostFen = 10_000_000_000_000;

    public WishFactsRules()
    {
        RuleFor(w => w.NameZh).MaximumLength(LongestName);
        RuleFor(w => w.NameEn).MaximumLength(LongestName);
        RuleFor(w => w.Model).MaximumLength(LongestName);
        RuleFor(w => w.Manufacturer).MaximumLength(LongestName);
        RuleFor(w => w.ClassCode).Matches("^[0-9]{6}$").When(w => !string.IsNullOrEmpty(w.ClassCode)).WithErrorCode("class.unknown").WithMessage("Six digits.");
        RuleFor(w => w.Specifications).MaximumLength(LongestText);
        RuleFor(w => w.Purpose).MaximumLength(LongestText);
        RuleFor(w => w.Location).MaximumLength(LongestName);
        RuleFor(w => w.Quantity).InclusiveBetween(1, 999);
        RuleFor(w => w.UnitPriceFen).InclusiveBetween(0, MostFen);
        RuleFor(w => w.BudgetSource).IsInEnum();
        RuleFor(w => w.AnnualHours).InclusiveBetween(0, HoursOfAYear).PrecisionScale(5, 1, ignoreTrailingZeros: true);
        RuleFor(w => w.ExternalHours).InclusiveBetween(0, HoursOfAYear).PrecisionScale(5, 1, ignoreTrailingZeros: true);
        RuleFor(w => w.ExternalHours).Must((w, hours) => hours is null || w.AnnualHours is null || hours <= w.AnnualHours).WithErrorCode("hours.external").WithMessage("At most the hours of the year.");
        RuleFor(w => w.Quotations).NotNull().Must(quotations => quotations is null || quotations.Count <= 10).WithErrorCode("purchase.quotations").WithMessage("At most ten.");
        RuleForEach(w => w.Quotations).NotNull().ChildRules(quotation =>
        {
            quotation.RuleFor(q => q.Supplier).NotEmpty().MaximumLength(LongestName);
            quotation.RuleFor(q => q.AmountFen).InclusiveBetween(1, MostFen);
        });
    }
}

/// <summary>What must be said before a case is handed in.</summary>
internal static class Completeness
{
    public const int Quotations = 3;

    /// <exception cref="Problem">422 with every field that is missing.</exception>
    public static void Demand(PurchaseCase handedIn, PolicySet policy)
    {
        var missing = new Dictionary<string, FieldFault[]>(StringComparer.Ordinal);
        Need("projectName", handedIn.ProjectName);
        Need("necessity", handedIn.Necessity);
        Need("reasonableness", handedIn.Reasonableness);
        Need("sharingPlan", handedIn.SharingPlan);
        Need("conditions", handedIn.Conditions);
        Need("grounds", handedIn.Grounds.Count > 0 ? "" : null);
        foreach (var (at, wish) in handedIn.Wishes.OrderBy(wish => wish.Position).Index())
        {
            Need($"wishes.{at}.nameZh", wish.NameZh);
            Need($"wishes.{at}.specifications", wish.Specifications);
            Need($"wishes.{at}.purpose", wish.Purpose);
            Need($"wishes.{at}.unitPriceFen", wish.UnitPriceFen);
            Need($"wishes.{at}.budgetSource", wish.BudgetSource);
            Need($"wishes.{at}.annualHours", wish.AnnualHours);
            Need($"wishes.{at}.externalHours", wish.ExternalHours);
            Need($"wishes.{at}.location", wish.Location);
            // Below the threshold of the duty to open, one price found out is enough.
            if (wish.Quotations.Count < (wish.UnitPriceFen >= policy.DutyThresholdFen ? Quotations : 1))
                missing[$"facts.wishes.{at}.quotations"] = [new FieldFault("purchase.three-quotations", $"{Quotations} quotations are needed.")];
        }

        if (missing.Count > 0) throw CaseProblems.Incomplete(missing);

        void Need(string field, object? value)
        {
            if (value is null) missing[$"facts.{field}"] = [new FieldFault("field.required", "Needed before submission.")];
        }
    }
}
