using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.PurchaseReview;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The centre records what the panel has decided 通过 / 调整 / 不予通过, with the numbers and prices granted (R-4, P-7). Only what the votes carry.</summary>
internal sealed record DecideCase(Outcome Outcome, IReadOnlyList<GrantedWish>? Granted, string? DecisionNumber, string? Reason, int Version) : IRequest<SavedCase>
{
    internal Guid CaseId { get; init; }
}

internal sealed class DecideCaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/cases/{caseId:guid}/decision", async (Guid caseId, DecideCase command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CaseId = caseId }, ct)))
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Organisation)
        .Idempotent();
}

internal sealed class DecideCaseValidator : AbstractValidator<DecideCase>
{
    public DecideCaseValidator()
    {
        RuleFor(c => c.Outcome).IsInEnum();
        RuleFor(c => c.DecisionNumber).NotEmpty().MaximumLength(60);
        RuleFor(c => c.Reason).MaximumLength(4000);
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Outcome != Outcome.Passed);
        RuleForEach(c => c.Granted).NotNull().ChildRules(grant =>
        {
            grant.RuleFor(g => g.Quantity).InclusiveBetween(0, 999);
            grant.RuleFor(g => g.UnitPriceFen).GreaterThanOrEqualTo(0);
        });
    }
}

internal sealed class DecideCaseHandler(PurchaseReviewDb db, CaseReach reach, CaseDesk desk, Standings standings, Recusals recusals, IPolicies policies, CurrentUser user, TimeProvider clock) : IRequestHandler<DecideCase, SavedCase>
{
    public async Task<SavedCase> Handle(DecideCase request, CancellationToken cancellationToken)
    {
        // Whoever has come into conflict since they voted is not counted.
        await recusals.OfCase(request.CaseId, cancellationToken);
        var judged = await reach.Case(request.CaseId, cancellationToken);
        var ballots = await db.Ballots.Where(b => b.CaseId == judged.Id).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        judged.Decide(request.Outcome, request.Granted ?? [], request.DecisionNumber, request.Reason, request.Version, now);
        var round = await db.Rounds.Include(r => r.Members).SingleAsync(r => r.Id == judged.RoundId, cancellationToken);
        var tally = Tally.Of(ballots, round.Quorum, round.MajorityPercent);
        if (tally.Votes < round.Quorum) throw PanelProblems.VotesMissing(round.Quorum);
        if (tally.Carried != request.Outcome) throw PanelProblems.AgainstVote();
        var policy = await policies.On(clock.Today(), judged.UnitPath, cancellationToken);
        // what stood in the way of applying, and came up since, stands in the way of granting too.
        if (request.Outcome != Outcome.Rejected) (await standings.Of(judged, cancellationToken, policy)).DemandFree();
        // By name, and kept for ever; in the region's trail, not in the unit's.
        db.Record(user, clock, "panel.votes-counted", judged.Id, round.RegionPath, after: new { tally, Votes = ballots.Select(b => new { b.Name, b.Seat, b.Conflict, b.Recommendation, b.Opinion, b.Vote, b.VoteComment }) });
        // what is granted is awaited on the platform.
        db.Expectations.AddRange(Expectation.Of(judged, policy.PurchaseYears));
        var granted = judged.Wishes.Sum(wish => (wish.GrantedPriceFen ?? 0) * (wish.GrantedQuantity ?? 0));
        db.Announce(judged.Id, new PurchaseDecided(judged.Id, judged.UnitId, request.Outcome.ToString().ToLowerInvariant(), granted, judged.DecidedOn!.Value), now);
        if (!await db.Cases.AnyAsync(c => c.RoundId == round.Id && c.Id != judged.Id && (c.State == CaseState.InDiscussion || c.State == CaseState.Objected), cancellationToken)) round.Close();
        return await desk.Keep(judged, "decided", request.Reason?.Trim(), [], cancellationToken);
    }
}
