using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Signs somebody of my subtree out everywhere.</summary>
internal sealed record EndSessionsOfAccount(Guid AccountId) : IRequest<EndedSessions>;

internal sealed record EndedSessions(int Ended);

internal sealed class EndSessionsOfAccountEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/accounts/{accountId:guid}/end-sessions", async (Guid accountId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new EndSessionsOfAccount(accountId), ct)))
        .RequirePermission(Permissions.AccountsManage, DataScope.Organisation);
}

internal sealed class EndSessionsOfAccountHandler(UnitsDb db, CurrentUser user, SessionStore sessions, TimeProvider clock)
    : IRequestHandler<EndSessionsOfAccount, EndedSessions>
{
    public async Task<EndedSessions> Handle(EndSessionsOfAccount request, CancellationToken cancellationToken)
    {
        var account = await db.AccountInReach(request.AccountId, user, cancellationToken);
        var now = clock.GetUtcNow();
        db.Record(user, clock, "sessions.ended", account.Id, account.Organisation.Path);
        await db.SaveChangesAsync(cancellationToken);
        var ended = await db.Sessions.Where(s => s.AccountId == account.Id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
        sessions.ForgetAll();
        return new EndedSessions(ended);
    }
}
