using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>A member votes on a case, by name 实名投票; it may be changed until the case is decided .</summary>
internal sealed record CastVote(Outcome Vote, string? Comment) : IRequest
{
    internal Guid CaseId { get; init; }
}

internal sealed class CastVoteEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/cases/{caseId:guid}/my-vote", async (Guid caseId, CastVote command, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(command with { CaseId = caseId }, ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.PurchasesAssess, DataScope.Panel);
}

internal sealed class CastVoteValidator : AbstractValidator<CastVote>
{
    public CastVoteValidator()
    {
        RuleFor(c => c.Vote).IsInEnum();
        RuleFor(c => c.Comment).MaximumLength(1000);
    }
}

internal sealed class CastVoteHandler(PurchaseReviewDb db, CaseReach reach, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<CastVote>
{
    protected override async Task Handle(CastVote request, CancellationToken cancellationToken)
    {
        var (judged, mine) = await reach.Seat(request.CaseId, cancellationToken);
        if (judged.State != CaseState.InDiscussion) throw CaseProblems.NotInState(CaseAction.Decide, judged.State);
        mine.Cast(request.Vote, request.Comment, clock.GetUtcNow());
        db.Record(user, clock, "panel.voted", judged.Id, judged.UnitPath[..Math.Min(judged.UnitPath.Length, Contracts.Units.OrganisationPath.OfRegion)]);
        await db.SaveChangesAsync(cancellationToken);
    }
}
