using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class TallyTests
{
    static Ballot Of(Outcome? vote, bool recused = false)
    {
        var ballot = new Ballot { CaseId = Guid.CreateVersion7(), AccountId = Guid.CreateVersion7(), Name = "A", Seat = Seat.Field };
        ballot.DeclareNone(DateTimeOffset.UnixEpoch);
        ballot.Advise("needed", Outcome.Passed, DateTimeOffset.UnixEpoch);
        if (vote is { } cast) ballot.Cast(cast, null, DateTimeOffset.UnixEpoch);
        if (recused) ballot.Recuse(Conflict.Declared, null, DateTimeOffset.UnixEpoch);
        return ballot;
    }

    // more than half of the votes given, and a quorum of them; who is recused does not count.
    [Theory]
    [InlineData("PPPPP", "Passed")]
    [InlineData("PPPAA", "Passed")]
    [InlineData("PPAAR", null)]
    [InlineData("PPPAAA", null)]
    [InlineData("PPPP", null)]
    [InlineData("AAAAPx", "Adjusted")]
    [InlineData("RRRRr", null)]
    public void What_the_votes_carry(string votes, string? carried)
    {
        var ballots = votes.Select(vote => vote switch { 'P' => Of(Outcome.Passed), 'A' => Of(Outcome.Adjusted), 'R' => Of(Outcome.Rejected), 'r' => Of(Outcome.Rejected, recused: true), _ => Of(null) }).ToList();
        Tally.Of(ballots, 5, 50).Carried?.ToString().ShouldBe(carried);
    }

    [Fact]
    public void Two_thirds_are_more_than_half() => Tally.Of([Of(Outcome.Passed), Of(Outcome.Passed), Of(Outcome.Passed), Of(Outcome.Rejected), Of(Outcome.Rejected)], 5, 66).Carried.ShouldBeNull();
}
