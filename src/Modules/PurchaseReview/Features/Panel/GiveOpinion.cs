using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>A member gives an opinion on a case, alone: nobody's before it is seen, nobody sees it before theirs .</summary>
internal sealed record GiveOpinion(string? Text, Outcome Recommendation) : IRequest
{
    internal Guid CaseId { get; init; }
}

internal sealed class GiveOpinionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/cases/{caseId:guid}/my-opinion", async (Guid caseId, GiveOpinion command, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(command with { CaseId = caseId }, ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.PurchasesAssess, DataScope.Panel);
}

internal sealed class GiveOpinionValidator : AbstractValidator<GiveOpinion>
{
    public GiveOpinionValidator()
    {
        RuleFor(c => c.Text).NotEmpty().MaximumLength(Ballot.LongestOpinion);
        RuleFor(c => c.Recommendation).IsInEnum();
    }
}

internal sealed class GiveOpinionHandler(PurchaseReviewDb db, CaseReach reach, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<GiveOpinion>
{
    protected override async Task Handle(GiveOpinion request, CancellationToken cancellationToken)
    {
        var (judged, mine) = await reach.Seat(request.CaseId, cancellationToken);
        // Before the discussion; or in it, alone like the others, by whoever has not yet.
        if (judged.State is not (CaseState.UnderReview or CaseState.InDiscussion)) throw CaseProblems.NotInState(CaseAction.Discuss, judged.State);
        // Once given it stands: the others' lie open to whoever has given theirs.
        if (mine.OpinionAt is not null) throw PanelProblems.OpinionStands();
        mine.Advise(request.Text!, request.Recommendation, clock.GetUtcNow());
        // What it says stays out of the trail until the decision: officials who sit beside it may read the trail.
        db.Record(user, clock, "panel.opinion-given", judged.Id, judged.UnitPath[..Math.Min(judged.UnitPath.Length, Contracts.Units.OrganisationPath.OfRegion)]);
        await db.SaveChangesAsync(cancellationToken);
    }
}
