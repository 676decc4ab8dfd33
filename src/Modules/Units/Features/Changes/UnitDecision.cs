using FluentValidation;
using Modular.Shared;

namespace Modular.Units;

/// <summary>What stands behind a change in a unit's being: since when, by whose decision, why.</summary>
/// <param name="On">The day from which it holds.</param>
/// <param name="DecidedBy">The authority and its document.</param>
internal sealed record UnitDecision(DateOnly On, string DecidedBy, string Reason)
{
    public UnitEvent Event(Guid unitId, UnitEventKind kind, CurrentUser user, TimeProvider clock, string before = "", string after = "", Guid? other = null, string? formerPath = null) => new()
    {
        UnitId = unitId, Kind = kind, On = On, At = clock.GetUtcNow(), By = $"{user.OrganisationName} {user.DisplayName}", DecidedBy = DecidedBy.Trim(), Reason = Reason.Trim(),
        Before = before, After = after, OtherUnitId = other, FormerPath = formerPath,
    };
}

internal sealed class UnitDecisionValidator : AbstractValidator<UnitDecision>
{
    public UnitDecisionValidator(TimeProvider clock)
    {
        RuleFor(d => d.On).Must(day => day.Year >= 1950 && day <= clock.Today()).WithErrorCode("date.out-of-range").WithMessage("Between 1950 and today.");
        RuleFor(d => d.DecidedBy).NotEmpty().MaximumLength(200);
        RuleFor(d => d.Reason).NotEmpty().MaximumLength(500);
    }
}
