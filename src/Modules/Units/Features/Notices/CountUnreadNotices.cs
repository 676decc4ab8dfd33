using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>How many notices I have not read: the number on the bell.</summary>
internal sealed record CountUnreadNotices : IRequest<UnreadNotices>;

/// <param name="Unread">At most <see cref="CountUnreadNoticesHandler.Most"/>: nobody reads a larger number.</param>
internal sealed record UnreadNotices(int Unread);

internal sealed class CountUnreadNoticesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/account/notices/unread", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new CountUnreadNotices(), ct)))
        .RequireAccount();
}

internal sealed class CountUnreadNoticesHandler(UnitsDb db, CurrentUser user) : IRequestHandler<CountUnreadNotices, UnreadNotices>
{
    public const int Most = 100;

    public async Task<UnreadNotices> Handle(CountUnreadNotices request, CancellationToken cancellationToken) =>
        new(await db.Notices.Where(n => n.AccountId == user.AccountId && n.ReadAt == null).Select(n => n.Id).Take(Most).CountAsync(cancellationToken));
}
