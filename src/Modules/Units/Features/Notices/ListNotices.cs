using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>What I was told of, newest first.</summary>
/// <param name="Unread">Only what I have not read yet.</param>
internal sealed record ListNotices(bool? Unread, int? Page, int? Size) : IRequest<Page<NoticeRow>>;

/// <param name="Words">What the places of the kind's text are filled with.</param>
internal sealed record NoticeRow(Guid Id, string Kind, IReadOnlyDictionary<string, string> Words, string Link, DateOnly? DueOn, DateTimeOffset RaisedAt, DateTimeOffset? ReadAt);

internal sealed class ListNoticesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/account/notices", async ([AsParameters] ListNotices query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequireAccount();
}

internal sealed class ListNoticesHandler(UnitsDb db, CurrentUser user) : IRequestHandler<ListNotices, Page<NoticeRow>>
{
    public async Task<Page<NoticeRow>> Handle(ListNotices request, CancellationToken cancellationToken)
    {
        var notices = db.Notices.AsNoTracking().Where(n => n.AccountId == user.AccountId);
        if (request.Unread == true) notices = notices.Where(n => n.ReadAt == null);
        var page = await notices.OrderByDescending(n => n.RaisedAt).ThenByDescending(n => n.Id).ToPage(request.Page, request.Size, cancellationToken);
        return new Page<NoticeRow>(
            [.. page.Items.Select(n => new NoticeRow(n.Id, n.Kind, JsonSerializer.Deserialize<Dictionary<string, string>>(n.Words, JsonShape.Options)!, n.Link, n.DueOn, n.RaisedAt, n.ReadAt))],
            page.Total, page.Number, page.Size);
    }
}
