using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The unit throws a draft away that was never handed in.</summary>
internal sealed record DeleteCase(Guid CaseId, int Version) : IRequest;

internal sealed class DeleteCaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/cases/{caseId:guid}", async (Guid caseId, int version, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DeleteCase(caseId, version), ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.PurchasesApply, DataScope.Organisation);
}

internal sealed class DeleteCaseHandler(PurchaseReviewDb db, CaseReach reach, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<DeleteCase>
{
    protected override async Task Handle(DeleteCase request, CancellationToken cancellationToken)
    {
        var draft = await reach.Case(request.CaseId, cancellationToken);
        if (draft.Version != request.Version) throw CaseProblems.ChangedMeanwhile();
        if (draft.State != CaseState.Draft) throw CaseProblems.NotInState(CaseAction.Edit, draft.State);
        db.Cases.Remove(draft);
        db.Record(user, clock, "purchase.deleted", draft.Id, draft.UnitPath, before: new { draft.Number, draft.TotalFen });
        await db.SaveChangesAsync(cancellationToken);
    }
}
