using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The unit takes a file off its application, while that may be edited.</summary>
internal sealed record RemoveCaseFile(Guid CaseId, Guid FileId) : IRequest;

internal sealed class RemoveCaseFileEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/cases/{caseId:guid}/files/{fileId:guid}", async (Guid caseId, Guid fileId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RemoveCaseFile(caseId, fileId), ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.PurchasesApply, DataScope.Organisation);
}

internal sealed class RemoveCaseFileHandler(PurchaseReviewDb db, CaseReach reach, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<RemoveCaseFile>
{
    protected override async Task Handle(RemoveCaseFile request, CancellationToken cancellationToken)
    {
        var of = await (await reach.Cases(cancellationToken)).AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken) ?? throw CaseProblems.FileNotFound(request.FileId);
        var file = await db.CaseFiles.SingleOrDefaultAsync(f => f.CaseId == of.Id && f.Id == request.FileId, cancellationToken) ?? throw CaseProblems.FileNotFound(request.FileId);
        if (!of.Can(CaseAction.Edit)) throw CaseProblems.NotInState(CaseAction.Edit, of.State);
        db.CaseFiles.Remove(file);
        db.Record(user, clock, "purchase.file-removed", of.Id, of.UnitPath, before: new { file.Id, file.FileName, file.Hash });
        await db.SaveChangesAsync(cancellationToken);
    }
}
