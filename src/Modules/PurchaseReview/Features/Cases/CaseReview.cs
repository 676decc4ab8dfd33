using FluentValidation;

namespace Modular.PurchaseReview;

/// <summary>What whoever has a case before them answers: on with it, or back to the unit with what is to be mended.</summary>
internal interface ICaseReview
{
    bool Pass { get; }

    string? Reason { get; }

    IReadOnlyList<CaseRemark>? Remarks { get; }
}

internal class CaseReviewRules<T> : AbstractValidator<T>
    where T : ICaseReview
{
    public CaseReviewRules()
    {
        RuleFor(c => c.Reason).MaximumLength(2000);
        RuleFor(c => c.Reason).NotEmpty().When(c => !c.Pass);
        RuleFor(c => c.Remarks).Must(remarks => remarks is null || remarks.Count <= 100).WithErrorCode("purchase.remarks").WithMessage("At most a hundred.");
        RuleForEach(c => c.Remarks).NotNull().ChildRules(remark =>
        {
            remark.RuleFor(r => r.Field).NotNull().MaximumLength(100);
            remark.RuleFor(r => r.Text).NotEmpty().MaximumLength(1000);
        });
    }
}
