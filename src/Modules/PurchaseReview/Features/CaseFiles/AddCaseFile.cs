using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The unit adds a file to its application: a quotation, the project's document .</summary>
internal sealed record AddCaseFile(Guid CaseId, string FileName, Stream Content) : IRequest<CaseFileRow>;

internal sealed class AddCaseFileEndpoint : IEndpoint
{
    public const long LargestBytes = 20 * 1024 * 1024;

    /// <summary>The parts of a multipart body around the file.</summary>
    const long Wrapping = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/cases/{caseId:guid}/files", async (Guid caseId, IFormFile file, IMediator mediator, CancellationToken ct) =>
        {
            await using var content = file.OpenReadStream();
            var added = await mediator.Send(new AddCaseFile(caseId, file.FileName, content), ct);
            return TypedResults.Created($"/api/purchase-review/cases/{caseId}/files/{added.Id}", added);
        })
        .WithMetadata(new RequestSizeLimitAttribute(LargestBytes + Wrapping))
        .WithFormOptions(multipartBodyLengthLimit: LargestBytes + Wrapping)
        // The host refuses writes that another site's page makes.
        .DisableAntiforgery()
        .RequirePermission(Permissions.PurchasesApply, DataScope.Organisation);
}

internal sealed class AddCaseFileHandler(PurchaseReviewDb db, CaseReach reach, IFileStore files, CurrentUser user, TimeProvider clock) : IRequestHandler<AddCaseFile, CaseFileRow>
{
    const int MostFiles = 60;

    public async Task<CaseFileRow> Handle(AddCaseFile request, CancellationToken cancellationToken)
    {
        var of = await (await reach.Cases(cancellationToken)).AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken) ?? throw CaseProblems.NotFound(request.CaseId);
        if (!of.Can(CaseAction.Edit)) throw CaseProblems.NotInState(CaseAction.Edit, of.State);
        var type = FileContent.TypeOf(request.Content) ?? throw CaseProblems.FileNotAllowed();
        if (await db.CaseFiles.CountAsync(f => f.CaseId == of.Id, cancellationToken) >= MostFiles) throw CaseProblems.TooManyFiles(MostFiles);
        var stored = await files.Save(request.Content, AddCaseFileEndpoint.LargestBytes, cancellationToken);
        var file = new CaseFile
        {
            CaseId = of.Id, FileName = FileNames.Plain(request.FileName, CaseFile.LongestName), ContentType = type, Hash = stored.Hash, SizeBytes = stored.Length,
            AddedAt = clock.GetUtcNow(), AddedBy = user.DisplayName,
        };
        db.CaseFiles.Add(file);
        db.Record(user, clock, "purchase.file-added", of.Id, of.UnitPath, after: new { file.Id, file.FileName, file.Hash });
        await db.SaveChangesAsync(cancellationToken);
        return new CaseFileRow(file.Id, file.FileName, file.ContentType, file.SizeBytes, file.AddedAt, file.AddedBy);
    }
}
