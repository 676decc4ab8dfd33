using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The file of an attachment, for those who see the instrument in the registry.</summary>
internal sealed record DownloadAttachment(Guid InstrumentId, Guid AttachmentId) : IRequest<AttachmentFile>;

internal sealed class DownloadAttachmentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{instrumentId:guid}/attachments/{attachmentId:guid}/content", async (Guid instrumentId, Guid attachmentId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new DownloadAttachment(instrumentId, attachmentId), ct))
        .Produces(200, contentType: "application/octet-stream")
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class DownloadAttachmentHandler(InstrumentsDb db, IFileStore files, CurrentUser user) : IRequestHandler<DownloadAttachment, AttachmentFile>
{
    public async Task<AttachmentFile> Handle(DownloadAttachment request, CancellationToken cancellationToken)
    {
        var attachment = await db.Attachments.AsNoTracking().Of(request.InstrumentId, db, user).SingleOrDefaultAsync(a => a.Id == request.AttachmentId, cancellationToken)
            ?? throw InstrumentProblems.AttachmentNotFound(request.AttachmentId);
        return new AttachmentFile(attachment, files.Open(attachment.Hash));
    }
}
