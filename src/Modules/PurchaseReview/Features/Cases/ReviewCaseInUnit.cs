using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The unit itself endorses the application 单位审核, or gives it back to who wrote it.</summary>
/// <param name="Reason">Needed to return it; an opinion otherwise.</param>
/// <param name="Remarks">On fields of the case, for whoever mends it.</param>
internal sealed record ReviewCaseInUnit(bool Pass, string? Reason, IReadOnlyList<CaseRemark>? Remarks, int Version) : IRequest<SavedCase>, ICaseReview
{
    internal Guid CaseId { get; init; }
}

internal sealed class ReviewCaseInUnitEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/cases/{caseId:guid}/unit-review", async (Guid caseId, ReviewCaseInUnit command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CaseId = caseId }, ct)))
        .RequirePermission(Permissions.PurchasesEndorse, DataScope.Organisation)
        .Idempotent();
}

internal sealed class ReviewCaseInUnitValidator : CaseReviewRules<ReviewCaseInUnit>;

internal sealed class ReviewCaseInUnitHandler(CaseReach reach, CaseDesk desk, TimeProvider clock) : IRequestHandler<ReviewCaseInUnit, SavedCase>
{
    public async Task<SavedCase> Handle(ReviewCaseInUnit request, CancellationToken cancellationToken)
    {
        var reviewed = await reach.Case(request.CaseId, cancellationToken);
        reviewed.Step(request.Pass ? CaseAction.EndorseInUnit : CaseAction.ReturnInUnit, request.Version, clock.GetUtcNow());
        return await desk.Keep(reviewed, request.Pass ? "unit-endorsed" : "returned", request.Reason?.Trim(), request.Remarks ?? [], cancellationToken);
    }
}
