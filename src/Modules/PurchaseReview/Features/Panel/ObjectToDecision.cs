using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The unit objects to the decision 异议, once, with its grounds.</summary>
internal sealed record ObjectToDecision(string? Text, int Version) : IRequest<SavedCase>
{
    internal Guid CaseId { get; init; }
}

internal sealed class ObjectToDecisionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/cases/{caseId:guid}/objection", async (Guid caseId, ObjectToDecision command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CaseId = caseId }, ct)))
        .RequirePermission(Permissions.PurchasesApply, DataScope.Organisation)
        .Idempotent();
}

internal sealed class ObjectToDecisionValidator : AbstractValidator<ObjectToDecision>
{
    public ObjectToDecisionValidator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(2000);
}

internal sealed class ObjectToDecisionHandler(PurchaseReviewDb db, CaseReach reach, CaseDesk desk, TimeProvider clock) : IRequestHandler<ObjectToDecision, SavedCase>
{
    public async Task<SavedCase> Handle(ObjectToDecision request, CancellationToken cancellationToken)
    {
        var decided = await reach.Case(request.CaseId, cancellationToken);
        decided.Step(CaseAction.Object, request.Version, clock.GetUtcNow());
        if (await db.CaseSteps.AnyAsync(s => s.CaseId == decided.Id && s.Action == "objected", cancellationToken)) throw PanelProblems.ObjectedBefore();
        return await desk.Keep(decided, "objected", request.Text!.Trim(), [], cancellationToken);
    }
}
