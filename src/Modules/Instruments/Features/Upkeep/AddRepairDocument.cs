using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Adds the paper of a repair to its instrument: who runs an instrument may bring it, without the right to edit the record. Photos would stand in the catalogue and are refused.</summary>
internal sealed record AddRepairDocument(Guid InstrumentId, string FileName, Stream Content) : IRequest<AttachmentRow>;

internal sealed class AddRepairDocumentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{instrumentId:guid}/repairs/documents", async (Guid instrumentId, IFormFile file, IMediator mediator, CancellationToken ct) =>
        {
            await using var content = file.OpenReadStream();
            var added = await mediator.Send(new AddRepairDocument(instrumentId, file.FileName, content), ct);
            return TypedResults.Created($"/api/instruments/{instrumentId}/attachments/{added.Id}/content", added);
        })
        .WithMetadata(new RequestSizeLimitAttribute(AddAttachmentEndpoint.LargestBody))
        .WithFormOptions(multipartBodyLengthLimit: AddAttachmentEndpoint.LargestBody)
        // The host refuses writes that another site's page makes.
        .DisableAntiforgery()
        .RequirePermission(Permissions.InstrumentsOperate, DataScope.Entrusted);
}

internal sealed class AddRepairDocumentHandler(InstrumentsDb db, AttachmentShelf shelf, CurrentUser user) : IRequestHandler<AddRepairDocument, AttachmentRow>
{
    public async Task<AttachmentRow> Handle(AddRepairDocument request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentToOperate(request.InstrumentId, user, cancellationToken);
        if (instrument.LifeCycle == LifeCycle.Retired) throw InstrumentProblems.NotInState("operate", instrument.LifeCycle);
        if (AttachmentContent.Recognise(request.Content) is not (AttachmentKind.Document, var type)) throw InstrumentProblems.NotADocument();
        return AttachmentRow.Of(await shelf.Add(instrument, AttachmentKind.Document, type, request.FileName, null, request.Content, cancellationToken));
    }
}
