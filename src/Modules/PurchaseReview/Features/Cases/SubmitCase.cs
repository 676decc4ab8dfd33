using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>
/// The unit hands the application in: every instrument is checked against the whole stock, and inputs, hits and versions are frozen with it.
/// Refused while an integrity record or a measure stands in the way.
/// </summary>
internal sealed record SubmitCase(int Version) : IRequest<SavedCase>
{
    internal Guid CaseId { get; init; }
}

internal sealed class SubmitCaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/cases/{caseId:guid}/submit", async (Guid caseId, SubmitCase command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CaseId = caseId }, ct)))
        .RequirePermission(Permissions.PurchasesApply, DataScope.Organisation)
        .Idempotent();
}

internal sealed class SubmitCaseHandler(CaseReach reach, CaseDesk desk, WishChecks checks, Standings standings, IPolicies policies, TimeProvider clock) : IRequestHandler<SubmitCase, SavedCase>
{
    public async Task<SavedCase> Handle(SubmitCase request, CancellationToken cancellationToken)
    {
        var handedIn = await reach.Case(request.CaseId, cancellationToken);
        var policy = await policies.On(clock.Today(), handedIn.UnitPath, cancellationToken);
        handedIn.Step(CaseAction.Submit, request.Version, clock.GetUtcNow());
        Completeness.Demand(handedIn, policy);
        await checks.Freeze(handedIn, policy, cancellationToken);
        (await standings.Of(handedIn, cancellationToken, policy)).DemandFree();
        return await desk.Keep(handedIn, "submitted", null, [], cancellationToken);
    }
}
