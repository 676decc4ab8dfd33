using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Says what an attachment shows, and where it stands among its kind: position 0 makes a photo the instrument's first.</summary>
/// <param name="Position">Left out, it stays where it is.</param>
internal sealed record EditAttachment(string? Caption, int? Position, int Version) : IRequest<AttachmentRow>
{
    internal Guid InstrumentId { get; init; }

    internal Guid AttachmentId { get; init; }
}

internal sealed class EditAttachmentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/{instrumentId:guid}/attachments/{attachmentId:guid}", async (Guid instrumentId, Guid attachmentId, EditAttachment command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { InstrumentId = instrumentId, AttachmentId = attachmentId }, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation);
}

internal sealed class EditAttachmentValidator : AbstractValidator<EditAttachment>
{
    public EditAttachmentValidator()
    {
        RuleFor(c => c.Caption).MaximumLength(Attachment.LongestCaption);
        RuleFor(c => c.Position).GreaterThanOrEqualTo(0);
    }
}

internal sealed class EditAttachmentHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EditAttachment, AttachmentRow>
{
    public async Task<AttachmentRow> Handle(EditAttachment request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentToFurnish(request.InstrumentId, user, cancellationToken);
        var (attachment, kind) = await db.AttachmentAmongItsKind(instrument.Id, request.AttachmentId, cancellationToken);
        var before = new { attachment.Id, attachment.Caption, attachment.Position };
        attachment.Describe(request.Caption, request.Version);
        if (request.Position is { } position)
        {
            kind.Remove(attachment);
            kind.Insert(Math.Min(position, kind.Count), attachment);
            kind.Number();
        }

        db.Record(user, clock, "instrument.attachment-edited", instrument.Id, instrument.UnitPath, before, new { attachment.Id, attachment.Caption, attachment.Position });
        await db.SaveChangesAsync(cancellationToken);
        return AttachmentRow.Of(attachment);
    }
}
