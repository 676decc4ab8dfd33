using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Ends one of my own sessions, from wherever: a browser left open somewhere.</summary>
internal sealed record EndMySession(Guid SessionId) : IRequest;

internal sealed class EndMySessionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/account/sessions/{sessionId:guid}", async (Guid sessionId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new EndMySession(sessionId), ct);
            return TypedResults.NoContent();
        })
        .RequireAccount();
}

internal sealed class EndMySessionHandler(UnitsDb db, CurrentUser user, SessionStore sessions, TimeProvider clock) : AsyncRequestHandler<EndMySession>
{
    protected override async Task Handle(EndMySession request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ended = await db.Sessions
            .Where(s => s.Id == request.SessionId && s.AccountId == user.AccountId && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
        if (ended == 0) throw UnitProblems.SessionNotFound(request.SessionId);
        sessions.ForgetAll();
    }
}
