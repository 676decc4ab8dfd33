using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>One round as its panel and its officers work with it: the cases that I may know of in their order, what waits for me in each, and the panel.</summary>
internal sealed record GetRound(Guid RoundId) : IRequest<RoundDetails>;

/// <param name="Members">For the panel itself and its officers; the units learn the decision, not who sat.</param>
/// <param name="GrantedFen">Of the cases decided.</param>
/// <param name="Actions">edit, convene, discuss, minutes, appoint: those possible for the caller at present.</param>
internal sealed record RoundDetails(
    Guid Id, string Name, int Year, bool Annual, long? BudgetFen, DateOnly? ApplyUntil, DateOnly? MeetingOn, string? Minutes, RoundState State, int Quorum, int MajorityPercent,
    IReadOnlyList<MemberRow> Members, IReadOnlyList<RoundCase> Cases, long AppliedFen, long GrantedFen, IReadOnlyList<string> Actions, int Version);

internal sealed record MemberRow(Guid AccountId, string Name, string OrganisationName, Seat Seat);

/// <param name="Declared">Whether I have said that there is no conflict; the dossier opens then. Null where I have no seat.</param>
/// <param name="Opinions">How many have been given.</param>
internal sealed record RoundCase(
    Guid Id, string Number, string UnitName, string? ProjectName, string? FirstName, int Instruments, long TotalFen, int? Rank, CaseState State, Outcome? Outcome, string? Band, bool? Declared,
    bool OpinionGiven, bool Voted, int Sitting, int Opinions, int Votes, int Version);

internal sealed class GetRoundEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/rounds/{roundId:guid}", async (Guid roundId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetRound(roundId), ct)))
        .RequirePermission(Permissions.PurchasesRead, DataScope.Organisation);
}

internal sealed class GetRoundHandler(CaseReach reach, Recusals recusals, CurrentUser user) : IRequestHandler<GetRound, RoundDetails>
{
    public async Task<RoundDetails> Handle(GetRound request, CancellationToken cancellationToken)
    {
        var round = await reach.Rounds.AsNoTracking().Include(r => r.Members).SingleOrDefaultAsync(r => r.Id == request.RoundId, cancellationToken) ?? throw PanelProblems.RoundNotFound(request.RoundId);
        await recusals.OfRound(round.Id, cancellationToken);
        var me = user.AccountId;
        var rows = await (await reach.Cases(cancellationToken)).AsNoTracking().Where(c => c.RoundId == round.Id).OrderBy(c => c.Rank ?? int.MaxValue).ThenBy(c => c.SubmittedAt).ThenBy(c => c.Id)
            .Select(c => new
            {
                c.Id, c.Number, c.UnitName, c.ProjectName, First = c.Wishes.OrderBy(w => w.Position).Select(w => w.NameZh).FirstOrDefault(), Instruments = c.Wishes.Count, c.TotalFen, c.Rank, c.State, c.Outcome, c.Version,
                Bands = c.Wishes.Select(w => w.Band).ToList(), Granted = c.Wishes.Sum(w => (w.GrantedPriceFen ?? 0) * (w.GrantedQuantity ?? 0)),
                Mine = c.Ballots.Where(b => b.AccountId == me).Select(b => new { b.DeclaredAt, b.OpinionAt, b.VotedAt }).FirstOrDefault(),
                Sitting = c.Ballots.Count(b => b.RecusedAt == null), Opinions = c.Ballots.Count(b => b.OpinionAt != null), Votes = c.Ballots.Count(b => b.VotedAt != null),
            }).ToListAsync(cancellationToken);
        var inside = user.Can(Permissions.PurchasesConvene) || round.Members.Exists(member => member.AccountId == me);
        return new RoundDetails(
            round.Id, round.Name, round.Year, round.Annual, round.BudgetFen, round.ApplyUntil, round.MeetingOn, inside ? round.Minutes : null, round.State, round.Quorum, round.MajorityPercent,
            inside ? [.. round.Members.OrderBy(m => m.Seat).ThenBy(m => m.Name, StringComparer.Ordinal).Select(m => new MemberRow(m.AccountId, m.Name, m.OrganisationName, m.Seat))] : [],
            rows.ConvertAll(c => new RoundCase(
                c.Id, c.Number, c.UnitName, c.ProjectName, c.First, c.Instruments, c.TotalFen, c.Rank, c.State, c.Outcome, Nearest(c.Bands), c.Mine is null ? null : c.Mine.DeclaredAt is not null,
                c.Mine?.OpinionAt is not null, c.Mine?.VotedAt is not null, inside ? c.Sitting : 0, inside ? c.Opinions : 0, inside ? c.Votes : 0, c.Version)),
            rows.Sum(c => c.TotalFen), rows.Where(c => c.State == CaseState.Decided).Sum(c => c.Granted), [.. Actions(round)], round.Version);
    }

    IEnumerable<string> Actions(ReviewRound round)
    {
        if (!user.Can(Permissions.PurchasesConvene)) yield break;
        if (round.State == RoundState.Open) yield return "edit";
        if (round.State == RoundState.Open) yield return "convene";
        if (round.State == RoundState.Assessing) yield return "discuss";
        if (round.State is RoundState.Assessing or RoundState.Discussing) yield return "minutes";
        if (round.State is RoundState.Assessing or RoundState.Discussing) yield return "appoint";
    }

    static string? Nearest(List<string?> bands) => new[] { "sameModel", "sameKind", "near", "none" }.FirstOrDefault(band => bands.Contains(band));
}
