using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Signs the caller out. Harmless when nobody is signed in.</summary>
internal sealed record EndSession : IRequest;

internal sealed class EndSessionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/session", async (IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new EndSession(), ct);
            return TypedResults.NoContent();
        })
        .Public();
}

internal sealed class EndSessionHandler(IHttpContextAccessor http) : AsyncRequestHandler<EndSession>
{
    // The session store writes the end of the session; see SessionStore.RemoveAsync.
    protected override Task Handle(EndSession request, CancellationToken cancellationToken) => http.HttpContext!.SignOutAsync();
}
