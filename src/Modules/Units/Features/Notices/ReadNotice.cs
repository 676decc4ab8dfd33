using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>I have read one notice. Reading it again changes nothing.</summary>
internal sealed record ReadNotice(Guid NoticeId) : IRequest;

internal sealed class ReadNoticeEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/account/notices/{noticeId:guid}/read", async (Guid noticeId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new ReadNotice(noticeId), ct);
            return TypedResults.NoContent();
        })
        .RequireAccount();
}

internal sealed class ReadNoticeHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<ReadNotice>
{
    protected override async Task Handle(ReadNotice request, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.SingleOrDefaultAsync(n => n.Id == request.NoticeId && n.AccountId == user.AccountId, cancellationToken)
            ?? throw UnitProblems.NoticeNotFound(request.NoticeId);
        notice.ReadAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
    }
}
