using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The photos of an instrument and the documents about it, in their order.</summary>
internal sealed record ListAttachments(Guid InstrumentId) : IRequest<IReadOnlyList<AttachmentRow>>;

internal sealed record AttachmentRow(Guid Id, AttachmentKind Kind, string FileName, string ContentType, long SizeBytes, string? Caption, DateTimeOffset AddedAt, string AddedBy, int Version)
{
    public static AttachmentRow Of(Attachment a) => new(a.Id, a.Kind, a.FileName, a.ContentType, a.SizeBytes, a.Caption, a.AddedAt, a.AddedBy, a.Version);
}

internal sealed class ListAttachmentsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{instrumentId:guid}/attachments", async (Guid instrumentId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListAttachments(instrumentId), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ListAttachmentsHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<ListAttachments, IReadOnlyList<AttachmentRow>>
{
    public async Task<IReadOnlyList<AttachmentRow>> Handle(ListAttachments request, CancellationToken cancellationToken)
    {
        var rows = await db.Attachments.AsNoTracking().Of(request.InstrumentId, db, user).OrderBy(a => a.Kind).ThenBy(a => a.Position).ToListAsync(cancellationToken);
        if (rows.Count == 0 && !await db.Instruments.Within(user).AnyAsync(i => i.Id == request.InstrumentId, cancellationToken))
            throw InstrumentProblems.NotFound(request.InstrumentId);
        return rows.ConvertAll(AttachmentRow.Of);
    }
}
