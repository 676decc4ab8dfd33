using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Corrects a person's name, gives and takes roles, shuts or opens the account. Takes effect with the next request of whoever is signed in with it.</summary>
/// <param name="Disabled">A disabled account cannot sign in, and its sessions end.</param>
internal sealed record EditAccount(string DisplayName, IReadOnlyList<string> Roles, bool Disabled, int Version) : IRequest<CreatedAccount>
{
    internal Guid AccountId { get; init; }
}

internal sealed class EditAccountEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/accounts/{accountId:guid}", async (Guid accountId, EditAccount command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { AccountId = accountId }, ct)))
        .RequirePermission(Permissions.AccountsManage, DataScope.Organisation);
}

internal sealed class EditAccountValidator : AbstractValidator<EditAccount>
{
    public EditAccountValidator()
    {
        RuleFor(c => c.DisplayName).NotEmpty().MaximumLength(100);
        this.RulesForRoles(c => c.Roles);
    }
}

internal sealed class EditAccountHandler(UnitsDb db, CurrentUser user, SessionStore sessions, TimeProvider clock) : IRequestHandler<EditAccount, CreatedAccount>
{
    public async Task<CreatedAccount> Handle(EditAccount request, CancellationToken cancellationToken)
    {
        var account = await db.AccountInReach(request.AccountId, user, cancellationToken);
        if (account.Version != request.Version) throw Problem.ChangedMeanwhile("account");
        var roles = request.Roles.Distinct(StringComparer.Ordinal).ToList();
        // Nobody takes their own last way in, or raises themselves.
        if (account.Id == user.AccountId && (request.Disabled || !roles.ToHashSet(StringComparer.Ordinal).SetEquals(account.Roles))) throw UnitProblems.OwnAccount();
        if (!request.Disabled) await db.DemandOpen(account.OrganisationId, cancellationToken);
        GivenRoles.Check(user, account.Organisation.Tier, roles);

        var before = new { account.DisplayName, account.Roles, account.Disabled };
        (account.DisplayName, account.Roles, account.Disabled) = (request.DisplayName.Trim(), roles, request.Disabled);
        account.Version++;
        var now = clock.GetUtcNow();
        db.Record(user, clock, "account.edited", account.Id, account.Organisation.Path, before, new { account.DisplayName, account.Roles, account.Disabled });
        await db.SaveChangesAsync(cancellationToken);
        if (account.Disabled)
            await db.Sessions.Where(s => s.AccountId == account.Id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
        sessions.ForgetAll();
        return new CreatedAccount(account.Id, account.Version);
    }
}
