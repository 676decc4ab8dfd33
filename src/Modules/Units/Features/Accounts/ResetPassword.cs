using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Gives a new first password to somebody who has forgotten theirs, unlocks the account and ends its sessions.</summary>
internal sealed record ResetPassword(string NewPassword) : IRequest
{
    internal Guid AccountId { get; init; }
}

internal sealed class ResetPasswordEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/accounts/{accountId:guid}/reset-password", async (Guid accountId, ResetPassword command, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(command with { AccountId = accountId }, ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.AccountsManage, DataScope.Organisation);
}

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator() => RuleFor(c => c.NewPassword).NotEmpty();
}

internal sealed class ResetPasswordHandler(UnitsDb db, UserManager<Account> accounts, CurrentUser user, SessionStore sessions, TimeProvider clock)
    : AsyncRequestHandler<ResetPassword>
{
    protected override async Task Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var account = await db.AccountInReach(request.AccountId, user, cancellationToken);
        // One's own is changed with the present password: a stolen session must not get around that.
        if (account.Id == user.AccountId) throw UnitProblems.OwnAccount();
        await account.SetPassword(accounts, request.NewPassword, mustChange: true, clock);
        account.LockoutEnd = null;
        account.Version++;
        var now = clock.GetUtcNow();
        db.Tell(now, [NoticesOf.PasswordReset(account, $"{user.OrganisationName} {user.DisplayName}")]);
        db.Record(user, clock, "password.reset", account.Id, account.Organisation.Path);
        await db.SaveChangesAsync(cancellationToken);
        await db.Sessions.Where(s => s.AccountId == account.Id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
        sessions.ForgetAll();
    }
}
