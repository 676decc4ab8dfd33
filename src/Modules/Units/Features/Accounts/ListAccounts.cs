using System.Linq.Expressions;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>The accounts of my subtree (U-11).</summary>
/// <param name="Search">Part of the user name, the person's name or the organisation's.</param>
/// <param name="Sort">userName, displayName, organisation; with a leading minus descending.</param>
internal sealed record ListAccounts(string? Search, Guid? OrganisationId, string? Role, bool? Disabled, string? Sort, int? Page, int? Size)
    : IRequest<Page<AccountRow>>, IAccountFilter;

/// <param name="Totp">Signing in asks for a code of an authenticator app.</param>
/// <param name="LockedUntil">Set while too many wrong passwords keep the account shut.</param>
internal sealed record AccountRow(
    Guid Id, string UserName, string DisplayName, Guid OrganisationId, string OrganisationName, Tier Tier, IReadOnlyList<string> Roles,
    bool Disabled, DateTimeOffset? LockedUntil, bool MustChangePassword, bool Totp, DateTimeOffset? LastSignInAt, DateTimeOffset CreatedAt, int Version);

internal sealed class ListAccountsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/accounts", async ([AsParameters] ListAccounts query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.AccountsManage, DataScope.Organisation);
}

internal sealed class ListAccountsValidator : AccountFilterRules<ListAccounts>;

internal sealed class ListAccountsHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ListAccounts, Page<AccountRow>>
{
    public static readonly Sorts<Account> Orders = new("userName", new Dictionary<string, Expression<Func<Account, object?>>>(StringComparer.Ordinal)
    {
        ["userName"] = account => account.UserName,
        ["displayName"] = account => account.DisplayName,
        ["organisation"] = account => account.Organisation.Name,
    }, account => account.Id);

    public Task<Page<AccountRow>> Handle(ListAccounts request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var accounts = db.AccountsMatching(request, user);
        return Orders.Apply(accounts, request.Sort)
            .Select(a => new AccountRow(a.Id, a.UserName!, a.DisplayName, a.OrganisationId, a.Organisation.Name, a.Organisation.Tier, a.Roles,
                a.Disabled, a.LockoutEnd > now ? a.LockoutEnd : null, a.MustChangePassword, a.TotpSince != null,
                db.Sessions.Where(s => s.AccountId == a.Id).Max(s => (DateTimeOffset?)s.StartedAt), a.CreatedAt, a.Version))
            .ToPage(request.Page, request.Size, cancellationToken, count: accounts.CountAsync);
    }
}
