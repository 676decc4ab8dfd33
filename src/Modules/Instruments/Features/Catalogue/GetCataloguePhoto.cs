using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>A photo of a listed instrument, for everybody (S-1).</summary>
internal sealed record GetCataloguePhoto(Guid InstrumentId, Guid PhotoId) : IRequest<AttachmentFile>;

internal sealed class GetCataloguePhotoEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/catalogue/{instrumentId:guid}/photos/{photoId:guid}", async (Guid instrumentId, Guid photoId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetCataloguePhoto(instrumentId, photoId), ct))
        .Produces(200, contentType: "image/jpeg")
        .Public();
}

internal sealed class GetCataloguePhotoHandler(InstrumentsDb db, IFileStore files) : IRequestHandler<GetCataloguePhoto, AttachmentFile>
{
    // A photo that was taken away, or whose instrument left the platform, is gone from everybody's screen after this.
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public async Task<AttachmentFile> Handle(GetCataloguePhoto request, CancellationToken cancellationToken)
    {
        var photo = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(
            a => a.Id == request.PhotoId && a.InstrumentId == request.InstrumentId && a.Kind == AttachmentKind.Photo
                && db.Instruments.Any(i => i.Id == a.InstrumentId && i.LifeCycle == LifeCycle.Listed), cancellationToken)
            ?? throw InstrumentProblems.AttachmentNotFound(request.PhotoId);
        return new AttachmentFile(photo, files.Open(photo.Hash)) { Fresh = Fresh };
    }
}
