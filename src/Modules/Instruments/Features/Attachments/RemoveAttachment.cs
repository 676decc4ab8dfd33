using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Takes an attachment off an instrument. What it was stays in the audit trail.</summary>
internal sealed record RemoveAttachment(Guid InstrumentId, Guid AttachmentId, int Version) : IRequest;

internal sealed class RemoveAttachmentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/{instrumentId:guid}/attachments/{attachmentId:guid}", async (Guid instrumentId, Guid attachmentId, int version, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RemoveAttachment(instrumentId, attachmentId, version), ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation);
}

internal sealed class RemoveAttachmentHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<RemoveAttachment>
{
    protected override async Task Handle(RemoveAttachment request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentToFurnish(request.InstrumentId, user, cancellationToken);
        var (attachment, kind) = await db.AttachmentAmongItsKind(instrument.Id, request.AttachmentId, cancellationToken);
        if (attachment.Version != request.Version) throw InstrumentProblems.AttachmentChanged();
        db.Attachments.Remove(attachment);
        kind.Where(other => other != attachment).Number();
        db.Record(user, clock, "instrument.attachment-removed", instrument.Id, instrument.UnitPath, before: new { attachment.Id, attachment.Kind, attachment.FileName, attachment.Hash, attachment.Caption });
        await db.SaveChangesAsync(cancellationToken);
    }
}
