using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The region's centre finds the application complete 完整性检查, so that a panel can have it, or returns it with remarks.</summary>
/// <param name="Reason">Needed to return it; an opinion otherwise.</param>
/// <param name="Remarks">On fields of the case, for whoever mends it.</param>
internal sealed record CheckCaseCompleteness(bool Pass, string? Reason, IReadOnlyList<CaseRemark>? Remarks, int Version) : IRequest<SavedCase>, ICaseReview
{
    internal Guid CaseId { get; init; }
}

internal sealed class CheckCaseCompletenessEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/cases/{caseId:guid}/completeness", async (Guid caseId, CheckCaseCompleteness command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CaseId = caseId }, ct)))
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Organisation)
        .Idempotent();
}

internal sealed class CheckCaseCompletenessValidator : CaseReviewRules<CheckCaseCompleteness>;

internal sealed class CheckCaseCompletenessHandler(CaseReach reach, CaseDesk desk, TimeProvider clock) : IRequestHandler<CheckCaseCompleteness, SavedCase>
{
    public async Task<SavedCase> Handle(CheckCaseCompleteness request, CancellationToken cancellationToken)
    {
        var reviewed = await reach.Case(request.CaseId, cancellationToken);
        reviewed.Step(request.Pass ? CaseAction.FindComplete : CaseAction.ReturnByCentre, request.Version, clock.GetUtcNow());
        return await desk.Keep(reviewed, request.Pass ? "complete" : "returned", request.Reason?.Trim(), request.Remarks ?? [], cancellationToken);
    }
}
