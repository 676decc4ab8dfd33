using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>A member says of a case whether there is a conflict of interest, before the dossier opens. With one, the case is gone for them .</summary>
internal sealed record DeclareConflict(bool Conflict, string? Reason) : IRequest
{
    internal Guid CaseId { get; init; }
}

internal sealed class DeclareConflictEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/cases/{caseId:guid}/declaration", async (Guid caseId, DeclareConflict command, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(command with { CaseId = caseId }, ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.PurchasesAssess, DataScope.Panel);
}

internal sealed class DeclareConflictValidator : AbstractValidator<DeclareConflict>
{
    public DeclareConflictValidator()
    {
        RuleFor(c => c.Reason).MaximumLength(1000);
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Conflict);
    }
}

internal sealed class DeclareConflictHandler(PurchaseReviewDb db, CaseReach reach, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<DeclareConflict>
{
    protected override async Task Handle(DeclareConflict request, CancellationToken cancellationToken)
    {
        var (judged, mine) = await reach.Seat(request.CaseId, cancellationToken);
        // A conflict may come to light as long as nothing is decided; that there is none is said once.
        if (judged.State is not (CaseState.UnderReview or CaseState.InDiscussion)) throw CaseProblems.NotInState(CaseAction.Discuss, judged.State);
        if (request.Conflict) mine.Recuse(PurchaseReview.Conflict.Declared, request.Reason!.Trim(), clock.GetUtcNow());
        else if (mine.DeclaredAt is null) mine.DeclareNone(clock.GetUtcNow());
        db.Record(user, clock, request.Conflict ? "panel.recused" : "panel.declared", judged.Id, judged.UnitPath[..Math.Min(judged.UnitPath.Length, Contracts.Units.OrganisationPath.OfRegion)]);
        await db.SaveChangesAsync(cancellationToken);
    }
}
