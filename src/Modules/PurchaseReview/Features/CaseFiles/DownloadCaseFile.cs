using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>A file of a case, for those who may know of the case.</summary>
internal sealed record DownloadCaseFile(Guid CaseId, Guid FileId) : IRequest<FileDownload>;

internal sealed class DownloadCaseFileEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/cases/{caseId:guid}/files/{fileId:guid}", async (Guid caseId, Guid fileId, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new DownloadCaseFile(caseId, fileId), ct))
        .Produces(200, contentType: "application/octet-stream")
        .RequirePermission(Permissions.PurchasesRead, DataScope.Organisation);
}

internal sealed class DownloadCaseFileHandler(PurchaseReviewDb db, CaseReach reach, IFileStore files) : IRequestHandler<DownloadCaseFile, FileDownload>
{
    public async Task<FileDownload> Handle(DownloadCaseFile request, CancellationToken cancellationToken)
    {
        var dossiers = await reach.Dossiers(cancellationToken);
        var file = await db.CaseFiles.AsNoTracking().SingleOrDefaultAsync(f => f.CaseId == request.CaseId && f.Id == request.FileId && dossiers.Any(c => c.Id == f.CaseId), cancellationToken)
            ?? throw CaseProblems.FileNotFound(request.FileId);
        return new FileDownload(file.FileName, file.ContentType, file.Hash, file.AddedAt, files.Open(file.Hash));
    }
}
