using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>I have read everything up to a moment: what came after I opened the list stays unread.</summary>
internal sealed record ReadAllNotices(DateTimeOffset UpTo) : IRequest;

internal sealed class ReadAllNoticesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/account/notices/read", async (ReadAllNotices command, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(command, ct);
            return TypedResults.NoContent();
        })
        .RequireAccount();
}

internal sealed class ReadAllNoticesHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<ReadAllNotices>
{
    protected override Task Handle(ReadAllNotices request, CancellationToken cancellationToken)
    {
        var (now, upTo) = ((DateTimeOffset?)clock.GetUtcNow(), request.UpTo.ToUniversalTime());
        return db.Notices.Where(n => n.AccountId == user.AccountId && n.ReadAt == null && n.RaisedAt <= upTo)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellationToken);
    }
}
