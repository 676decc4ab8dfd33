using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The supervising department endorses the application 主管部门审核, or returns it with remarks.</summary>
/// <param name="Reason">Needed to return it; an opinion otherwise.</param>
/// <param name="Remarks">On fields of the case, for whoever mends it.</param>
internal sealed record ReviewCaseAsSupervisor(bool Pass, string? Reason, IReadOnlyList<CaseRemark>? Remarks, int Version) : IRequest<SavedCase>, ICaseReview
{
    internal Guid CaseId { get; init; }
}

internal sealed class ReviewCaseAsSupervisorEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/cases/{caseId:guid}/supervisor-review", async (Guid caseId, ReviewCaseAsSupervisor command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CaseId = caseId }, ct)))
        .RequirePermission(Permissions.PurchasesReview, DataScope.Organisation)
        .Idempotent();
}

internal sealed class ReviewCaseAsSupervisorValidator : CaseReviewRules<ReviewCaseAsSupervisor>;

internal sealed class ReviewCaseAsSupervisorHandler(CaseReach reach, CaseDesk desk, TimeProvider clock) : IRequestHandler<ReviewCaseAsSupervisor, SavedCase>
{
    public async Task<SavedCase> Handle(ReviewCaseAsSupervisor request, CancellationToken cancellationToken)
    {
        var reviewed = await reach.Case(request.CaseId, cancellationToken);
        reviewed.Step(request.Pass ? CaseAction.EndorseBySupervisor : CaseAction.ReturnBySupervisor, request.Version, clock.GetUtcNow());
        return await desk.Keep(reviewed, request.Pass ? "supervisor-endorsed" : "returned", request.Reason?.Trim(), request.Remarks ?? [], cancellationToken);
    }
}
