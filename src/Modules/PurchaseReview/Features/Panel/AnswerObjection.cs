using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The centre answers an objection: the decision stands, or the panel takes the case up again.</summary>
internal sealed record AnswerObjection(bool Reopen, string? Text, int Version) : IRequest<SavedCase>
{
    internal Guid CaseId { get; init; }
}

internal sealed class AnswerObjectionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/cases/{caseId:guid}/objection/answer", async (Guid caseId, AnswerObjection command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CaseId = caseId }, ct)))
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Organisation)
        .Idempotent();
}

internal sealed class AnswerObjectionValidator : AbstractValidator<AnswerObjection>
{
    public AnswerObjectionValidator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(2000);
}

internal sealed class AnswerObjectionHandler(PurchaseReviewDb db, CaseReach reach, CaseDesk desk, TimeProvider clock) : IRequestHandler<AnswerObjection, SavedCase>
{
    public async Task<SavedCase> Handle(AnswerObjection request, CancellationToken cancellationToken)
    {
        var objected = await reach.Case(request.CaseId, cancellationToken);
        objected.Step(request.Reopen ? CaseAction.ReopenDecision : CaseAction.AnswerObjection, request.Version, clock.GetUtcNow());
        if (request.Reopen && await db.Rounds.SingleAsync(r => r.Id == objected.RoundId, cancellationToken) is { State: RoundState.Closed } round) round.Reopen();
        // What was granted is open again.
        if (request.Reopen) db.Expectations.RemoveRange(await db.Expectations.Where(e => e.CaseId == objected.Id).ToListAsync(cancellationToken));
        return await desk.Keep(objected, request.Reopen ? "reopened" : "objection-answered", request.Text!.Trim(), [], cancellationToken);
    }
}
