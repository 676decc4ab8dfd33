using FluentValidation;

namespace Modular.PurchaseReview;

internal sealed class RoundFactsRules : AbstractValidator<RoundFacts>
{
    const int MostCases = 500;

    public RoundFactsRules()
    {
        RuleFor(f => f.Name).NotEmpty().MaximumLength(100);
        RuleFor(f => f.Year).InclusiveBetween(2000, 2100);
        RuleFor(f => f.BudgetFen).InclusiveBetween(0, 100_000_000_000_000);
        RuleFor(f => f.ApplyUntil).NotNull().When(f => f.Annual);
        RuleFor(f => f.Minutes).MaximumLength(ReviewRound.LongestMinutes);
        RuleFor(f => f.Members).NotNull().SetValidator(new MemberFactsRules());
        RuleFor(f => f.CaseIds).NotNull().Must(ids => ids is null || ids.Count <= MostCases && ids.Distinct().Count() == ids.Count)
            .WithErrorCode("round.cases").WithMessage($"At most {MostCases}, each once.");
    }
}

/// <summary>Those who are to sit on a panel, each once.</summary>
internal sealed class MemberFactsRules : AbstractValidator<IReadOnlyList<MemberFacts>>
{
    const int MostMembers = 50;

    public MemberFactsRules()
    {
        RuleFor(members => members).Must(members => members.Count <= MostMembers && members.Select(m => m?.AccountId).Distinct().Count() == members.Count)
            .WithErrorCode("panel.members").WithMessage($"At most {MostMembers}, each once.").OverridePropertyName("");
        RuleForEach(members => members).NotNull().ChildRules(member => member.RuleFor(m => m.Seat).IsInEnum()).OverridePropertyName("");
    }
}
