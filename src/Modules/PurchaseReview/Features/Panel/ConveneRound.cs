using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>
/// The panel is convened: its size and composition are held against the region's policy, conflicts that follow from what is known are set apart, and
/// the round's cases lie before the others.
/// </summary>
internal sealed record ConveneRound(int Version) : IRequest<SavedRound>
{
    internal Guid RoundId { get; init; }
}

internal sealed class ConveneRoundEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/rounds/{roundId:guid}/convene", async (Guid roundId, ConveneRound command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { RoundId = roundId }, ct)))
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Organisation)
        .Idempotent();
}

internal sealed class ConveneRoundHandler(CaseReach reach, RoundDesk desk, Conflicts conflicts, IPolicies policies, TimeProvider clock)
    : IRequestHandler<ConveneRound, SavedRound>
{
    public async Task<SavedRound> Handle(ConveneRound request, CancellationToken cancellationToken)
    {
        var round = await reach.Round(request.RoundId, cancellationToken);
        var policy = await policies.On(clock.Today(), round.RegionPath, cancellationToken);
        round.Convene(policy, request.Version);
        var cases = await (await reach.Cases(cancellationToken)).Where(c => c.RoundId == round.Id && c.State == CaseState.Complete).ToListAsync(cancellationToken);
        if (cases.Count == 0) throw PanelProblems.NoCases();
        var (now, ranked) = (clock.GetUtcNow(), 0);
        foreach (var judged in cases.OrderBy(c => c.Rank ?? int.MaxValue).ThenBy(c => c.SubmittedAt))
        {
            judged.JoinRound(round.Id, ++ranked);
            judged.Step(CaseAction.Convene, judged.Version, now);
            foreach (var member in round.Members) judged.Ballots.Add(new Ballot { CaseId = judged.Id, AccountId = member.AccountId, Name = member.Name, Seat = member.Seat });
            desk.Note(judged, "under-review", round.Name);
        }

        desk.Recuse(cases, await conflicts.Derive([.. round.Members.Select(member => member.AccountId)], cases, cancellationToken));
        foreach (var judged in cases.Where(c => c.Ballots.Count(ballot => ballot.RecusedAt is null) < round.Quorum)) throw PanelProblems.TooManyConflicts(judged.Number, round.Quorum);
        desk.Tell(round, cases.SelectMany(c => c.Ballots), "panel.convened");
        return await desk.Keep(round, "convened", new { Members = round.Members.Select(m => new { m.Name, m.Seat }), round.Quorum, round.MajorityPercent, policy.Version }, cancellationToken);
    }
}
