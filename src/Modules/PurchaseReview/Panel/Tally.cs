namespace Modular.PurchaseReview;

/// <summary>How a panel's votes stand, and what they carry .</summary>
/// <param name="Carried">The outcome that has more than the needed share of the votes; none while there is no such.</param>
internal sealed record Tally(int Members, int Opinions, int Votes, int Passed, int Adjusted, int Rejected, int Quorum, int MajorityPercent, Outcome? Carried)
{
    public static Tally Of(IReadOnlyCollection<Ballot> ballots, int quorum, int majorityPercent)
    {
        var sitting = ballots.Where(ballot => ballot.RecusedAt is null).ToList();
        int Count(Outcome outcome) => sitting.Count(ballot => ballot.Vote == outcome);
        var votes = sitting.Count(ballot => ballot.Vote is not null);
        Outcome? carried = null;
        foreach (var outcome in Enum.GetValues<Outcome>())
            if (votes >= quorum && Count(outcome) * 100 > majorityPercent * votes) carried = outcome;
        return new Tally(sitting.Count, sitting.Count(ballot => ballot.OpinionAt is not null), votes, Count(Outcome.Passed), Count(Outcome.Adjusted), Count(Outcome.Rejected), quorum, majorityPercent, carried);
    }
}
