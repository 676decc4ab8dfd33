using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Adds a photo or a document to an instrument; which of both is told by what is in the file. The new one stands last of its kind.</summary>
internal sealed record AddAttachment(Guid InstrumentId, string FileName, string? Caption, Stream Content) : IRequest<AttachmentRow>;

internal sealed class AddAttachmentEndpoint : IEndpoint
{
    public const long LargestBytes = 20 * 1024 * 1024;

    /// <summary>With the parts of a multipart body around the file.</summary>
    public const long LargestBody = LargestBytes + (64 * 1024);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{instrumentId:guid}/attachments", async (Guid instrumentId, IFormFile file, [FromForm] string? caption, IMediator mediator, CancellationToken ct) =>
        {
            await using var content = file.OpenReadStream();
            var added = await mediator.Send(new AddAttachment(instrumentId, file.FileName, caption, content), ct);
            return TypedResults.Created($"/api/instruments/{instrumentId}/attachments/{added.Id}/content", added);
        })
        .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
        .WithFormOptions(multipartBodyLengthLimit: LargestBody)
        // The host refuses writes that another site's page makes.
        .DisableAntiforgery()
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation);
}

internal sealed class AddAttachmentValidator : AbstractValidator<AddAttachment>
{
    public AddAttachmentValidator() => RuleFor(c => c.Caption).MaximumLength(Attachment.LongestCaption);
}

internal sealed class AddAttachmentHandler(InstrumentsDb db, AttachmentShelf shelf, CurrentUser user) : IRequestHandler<AddAttachment, AttachmentRow>
{
    public async Task<AttachmentRow> Handle(AddAttachment request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentToFurnish(request.InstrumentId, user, cancellationToken);
        var (kind, type) = AttachmentContent.Recognise(request.Content) ?? throw InstrumentProblems.AttachmentNotAllowed();
        return AttachmentRow.Of(await shelf.Add(instrument, kind, type, request.FileName, request.Caption, request.Content, cancellationToken));
    }
}
