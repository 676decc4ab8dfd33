using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Adds a photo or a document to an instrument; which of both is told by what is in the file. The new one stands last of its kind.</summary>
internal sealed record AddAttachment(Guid InstrumentId, string FileName, string? Caption, Stream Content) : IRequest<AttachmentRow>;

internal sealed class AddAttachmentEndpoint : IEndpoint
{
    public const long LargestBytes = 20 * 1024 * 1024;

    /// <summary>The parts of a multipart body around the file.</summary>
    const long Wrapping = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{instrumentId:guid}/attachments", async (Guid instrumentId, IFormFile file, [FromForm] string? caption, IMediator mediator, CancellationToken ct) =>
        {
            await using var content = file.OpenReadStream();
            var added = await mediator.Send(new AddAttachment(instrumentId, file.FileName, caption, content), ct);
            return TypedResults.Created($"/api/instruments/{instrumentId}/attachments/{added.Id}/content", added);
        })
        .WithMetadata(new RequestSizeLimitAttribute(LargestBytes + Wrapping))
        .WithFormOptions(multipartBodyLengthLimit: LargestBytes + Wrapping)
        // The host refuses writes that another site's page makes.
        .DisableAntiforgery()
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation);
}

internal sealed class AddAttachmentValidator : AbstractValidator<AddAttachment>
{
    public AddAttachmentValidator() => RuleFor(c => c.Caption).MaximumLength(Attachment.LongestCaption);
}

internal sealed class AddAttachmentHandler(InstrumentsDb db, IFileStore files, CurrentUser user, TimeProvider clock) : IRequestHandler<AddAttachment, AttachmentRow>
{
    const int MostPhotos = 10;
    const int MostDocuments = 30;

    public async Task<AttachmentRow> Handle(AddAttachment request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentToFurnish(request.InstrumentId, user, cancellationToken);
        var (kind, type) = AttachmentContent.Recognise(request.Content) ?? throw InstrumentProblems.AttachmentNotAllowed();
        var others = await db.Attachments.Where(a => a.InstrumentId == instrument.Id && a.Kind == kind).Select(a => a.Position).ToListAsync(cancellationToken);
        var most = kind == AttachmentKind.Photo ? MostPhotos : MostDocuments;
        if (others.Count >= most) throw InstrumentProblems.TooManyAttachments(most);

        var stored = await files.Save(request.Content, AddAttachmentEndpoint.LargestBytes, cancellationToken);
        var attachment = new Attachment
        {
            InstrumentId = instrument.Id,
            Kind = kind,
            FileName = FileNames.Plain(request.FileName, Attachment.LongestName),
            ContentType = type,
            Hash = stored.Hash,
            SizeBytes = stored.Length,
            Position = others.Count == 0 ? 0 : others.Max() + 1,
            AddedAt = clock.GetUtcNow(),
            AddedBy = user.DisplayName,
        };
        attachment.Describe(request.Caption, attachment.Version);
        db.Attachments.Add(attachment);
        db.Record(user, clock, "instrument.attachment-added", instrument.Id, instrument.UnitPath, after: new { attachment.Id, attachment.Kind, attachment.FileName, attachment.Hash, attachment.Caption });
        await db.SaveChangesAsync(cancellationToken);
        return AttachmentRow.Of(attachment);
    }
}
