using FluentValidation;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Which roles one person may give to another: of the organisation's tier, and never more than one holds oneself, unless to a tier below.</summary>
internal static class GivenRoles
{
    public static void RulesForRoles<T>(this AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, IReadOnlyList<string>>> roles)
    {
        validator.RuleFor(roles).NotEmpty();
        validator.RuleFor(roles).Must(names => names is null || names.All(name => name is not null && Roles.Find(name) is not null))
            .WithErrorCode("role.unknown").WithMessage("No such role.");
    }

    /// <exception cref="Problem">422 when a role is of another tier, or grants what the giver may not give.</exception>
    public static void Check(CurrentUser giver, Tier tier, IReadOnlyList<string> roles)
    {
        if (roles.FirstOrDefault(name => Roles.Find(name)!.Tier != tier) is { } foreign) throw UnitProblems.RoleOfOtherTier(foreign);
        var below = tier < Enum.Parse<Tier>(giver.Tier);
        if (!below && Roles.PermissionsOf(roles).Any(permission => !giver.Can(permission))) throw UnitProblems.RoleAboveOwn();
    }
}
