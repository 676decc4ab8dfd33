using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The panel's work on a case, as far as the person may see it by now .</summary>
/// <param name="Mine">My own part; none for the officers of the centre.</param>
/// <param name="Members">The others: that they have given an opinion or voted at once, what it says only when mine is in.</param>
/// <param name="Recommendations">How the opinions spread, once they lie open.</param>
/// <param name="Tally">How the votes stand; the numbers by outcome once they lie open.</param>
internal sealed record PanelView(
    Guid RoundId, string RoundName, int Sitting, int Opinions, int Votes, int Quorum, int MajorityPercent, MyPart? Mine, IReadOnlyList<MemberPart> Members, Spread? Recommendations, Spread? Tally, Outcome? Carried)
{
    /// <returns>Nothing for those who neither sit nor convene: the unit learns the decision, not who voted how.</returns>
    public static PanelView? Of(PurchaseCase judged, ReviewRound? round, CurrentUser user)
    {
        var mine = judged.Ballots.Find(ballot => ballot.AccountId == user.AccountId);
        var officer = user.Can(Permissions.PurchasesConvene);
        if (round is null || mine is null && !officer) return null;
        var decided = judged.State is CaseState.Decided or CaseState.Objected;
        // Whoever has given theirs may read the others'; officers, who give none, when the discussion is open.
        var opinionsOpen = decided || (mine is null ? judged.State != CaseState.UnderReview : mine.OpinionAt is not null);
        var votesOpen = decided || (mine is null ? judged.State == CaseState.InDiscussion : mine.VotedAt is not null);
        var tally = PurchaseReview.Tally.Of(judged.Ballots, round.Quorum, round.MajorityPercent);
        var sitting = judged.Ballots.Where(ballot => ballot.RecusedAt is null).ToList();
        return new PanelView(
            round.Id, round.Name, tally.Members, tally.Opinions, tally.Votes, tally.Quorum, tally.MajorityPercent,
            mine is null ? null : new MyPart(mine.Opinion, mine.Recommendation, mine.Vote, mine.VoteComment),
            [
                .. judged.Ballots.Where(ballot => ballot != mine).OrderBy(ballot => ballot.Seat).ThenBy(ballot => ballot.Name, StringComparer.Ordinal).Select(ballot => new MemberPart(
                    ballot.Name, ballot.Seat, ballot.RecusedAt is not null, officer ? ballot.Conflict : null, ballot.DeclaredAt is not null, ballot.OpinionAt is not null, ballot.VotedAt is not null,
                    opinionsOpen ? ballot.Opinion : null, opinionsOpen ? ballot.Recommendation : null, votesOpen ? ballot.Vote : null, votesOpen ? ballot.VoteComment : null)),
            ],
            opinionsOpen ? Spread.Of(sitting.Select(ballot => ballot.Recommendation)) : null, votesOpen ? Spread.Of(sitting.Select(ballot => ballot.Vote)) : null, votesOpen ? tally.Carried : null);
    }
}

internal sealed record MyPart(string? Opinion, Outcome? Recommendation, Outcome? Vote, string? Comment);

internal sealed record MemberPart(
    string Name, Seat Seat, bool Recused, Conflict? Conflict, bool Declared, bool OpinionGiven, bool Voted, string? Opinion, Outcome? Recommendation, Outcome? Vote, string? Comment);

/// <summary>How many said what.</summary>
internal sealed record Spread(int Passed, int Adjusted, int Rejected)
{
    public static Spread Of(IEnumerable<Outcome?> said)
    {
        var all = said.ToList();
        return new Spread(all.Count(o => o == Outcome.Passed), all.Count(o => o == Outcome.Adjusted), all.Count(o => o == Outcome.Rejected));
    }
}
