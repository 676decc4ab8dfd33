using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>What the list of accounts and its export are narrowed by.</summary>
internal interface IAccountFilter
{
    string? Search { get; }

    Guid? OrganisationId { get; }

    string? Role { get; }

    bool? Disabled { get; }
}

internal class AccountFilterRules<T> : AbstractValidator<T>
    where T : IAccountFilter
{
    public AccountFilterRules()
    {
        RuleFor(q => q.Search).MaximumLength(200);
        RuleFor(q => q.Role).Must(role => role is null || Roles.Find(role) is not null).WithErrorCode("role.unknown").WithMessage("No such role.");
    }
}

internal static class AccountFilter
{
    public static IQueryable<Account> AccountsMatching(this UnitsDb db, IAccountFilter filter, CurrentUser user)
    {
        var accounts = db.Accounts.AsNoTracking().Where(account => account.Organisation.Path.StartsWith(user.ScopePath));
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var text = filter.Search.Trim();
            accounts = accounts.Where(a => a.UserName!.Contains(text) || a.DisplayName.Contains(text) || a.Organisation.Name.Contains(text));
        }

        if (filter.OrganisationId is { } organisation) accounts = accounts.Where(a => a.OrganisationId == organisation);
        if (filter.Disabled is { } disabled) accounts = accounts.Where(a => a.Disabled == disabled);
        // Roles are kept as one text; no role's name is part of another's.
        return filter.Role is { } role ? accounts.Where(a => ((string)(object)a.Roles).Contains(role)) : accounts;
    }
}
