using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Enough members have given their opinion alone: now the opinions lie open to the panel, and votes are cast .</summary>
internal sealed record OpenDiscussion(int Version) : IRequest<SavedRound>
{
    internal Guid RoundId { get; init; }
}

internal sealed class OpenDiscussionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/rounds/{roundId:guid}/discussion", async (Guid roundId, OpenDiscussion command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { RoundId = roundId }, ct)))
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Organisation)
        .Idempotent();
}

internal sealed class OpenDiscussionHandler(CaseReach reach, RoundDesk desk, Recusals recusals, TimeProvider clock) : IRequestHandler<OpenDiscussion, SavedRound>
{
    public async Task<SavedRound> Handle(OpenDiscussion request, CancellationToken cancellationToken)
    {
        var round = await reach.Round(request.RoundId, cancellationToken);
        await recusals.OfRound(round.Id, cancellationToken);
        round.Discuss(request.Version);
        var cases = await (await reach.Cases(cancellationToken)).Include(c => c.Ballots).Where(c => c.RoundId == round.Id && c.State == CaseState.UnderReview).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var judged in cases)
        {
            if (judged.Ballots.Count(ballot => ballot.RecusedAt is null && ballot.OpinionAt is not null) < round.Quorum) throw PanelProblems.OpinionsMissing(judged.Number, round.Quorum);
            judged.Step(CaseAction.Discuss, judged.Version, now);
            desk.Note(judged, "discussion", null);
        }

        desk.Tell(round, cases.SelectMany(c => c.Ballots), "panel.discussion");
        return await desk.Keep(round, "discussion-opened", after: null, cancellationToken);
    }
}
