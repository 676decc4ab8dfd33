using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Whether mails leave this platform at all, and as whose: where no mail server is set, they stay in the outbox.</summary>
internal sealed record GetMailServer : IRequest<MailServer>;

/// <param name="Address">The sender; null while no mail server is set.</param>
internal sealed record MailServer(string? Address);

internal sealed class GetMailServerEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/mails/server", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetMailServer(), ct)))
        .RequirePermission(Permissions.OperationsRead, DataScope.Platform);
}

internal sealed class GetMailServerHandler(MailSettings settings) : IRequestHandler<GetMailServer, MailServer>
{
    public Task<MailServer> Handle(GetMailServer request, CancellationToken cancellationToken) => Task.FromResult(new MailServer(settings.Complete ? settings.Address : null));
}
