using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Where my account is signed in at the moment.</summary>
internal sealed record ListMySessions : IRequest<IReadOnlyList<MySession>>;

/// <param name="Current">The session this question comes from.</param>
internal sealed record MySession(Guid Id, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, string Address, string Device, bool Current);

internal sealed class ListMySessionsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/account/sessions", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListMySessions(), ct)))
        .RequireAccount();
}

internal sealed class ListMySessionsHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ListMySessions, IReadOnlyList<MySession>>
{
    public async Task<IReadOnlyList<MySession>> Handle(ListMySessions request, CancellationToken cancellationToken)
    {
        var idleSince = clock.GetUtcNow() - SessionStore.IdleLimit;
        return await db.Sessions.AsNoTracking()
            .Where(s => s.AccountId == user.AccountId && s.EndedAt == null && s.LastSeenAt > idleSince)
            .OrderByDescending(s => s.LastSeenAt).Take(100)
            .Select(s => new MySession(s.Id, s.StartedAt, s.LastSeenAt, s.Address, s.Device, s.Id == user.SessionId))
            .ToListAsync(cancellationToken);
    }
}
