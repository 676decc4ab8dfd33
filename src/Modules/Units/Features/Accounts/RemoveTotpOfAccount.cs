using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Lets somebody of my subtree in who has lost both authenticator app and recovery codes. Their sessions end.</summary>
internal sealed record RemoveTotpOfAccount(Guid AccountId) : IRequest;

internal sealed class RemoveTotpOfAccountEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/accounts/{accountId:guid}/remove-totp", async (Guid accountId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RemoveTotpOfAccount(accountId), ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.AccountsManage, DataScope.Organisation);
}

internal sealed class RemoveTotpOfAccountHandler(UnitsDb db, CurrentUser user, SessionStore sessions, TimeProvider clock) : AsyncRequestHandler<RemoveTotpOfAccount>
{
    protected override async Task Handle(RemoveTotpOfAccount request, CancellationToken cancellationToken)
    {
        var account = await db.AccountInReach(request.AccountId, user, cancellationToken);
        // One's own is removed with password and code: a stolen session must not get around those.
        if (account.Id == user.AccountId) throw UnitProblems.OwnAccount();
        account.ForgetTotp();
        var now = clock.GetUtcNow();
        db.Record(user, clock, "totp.removed", account.Id, account.Organisation.Path);
        await db.SaveChangesAsync(cancellationToken);
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Sessions.Where(s => s.AccountId == account.Id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
        sessions.ForgetAll();
    }
}
