using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class CastVoteTests(App app)
{
    [Fact]
    public async Task Others_votes_are_hidden_until_ones_own_is_in_and_may_change_until_the_decision()
    {
        var panel = await Panels.Discussing(app);
        var (first, second) = (panel.Members[0].Person, panel.Expert.Person);
        await Panels.Vote(first, panel.Cases[0].Id, Outcome.Rejected);

        (await panel.Read(second)).Panel!.ShouldSatisfyAllConditions(p => p.Members.ShouldAllBe(m => m.Vote == null), p => p.Tally.ShouldBeNull(), p => p.Votes.ShouldBe(1));
        await Panels.Vote(second, panel.Cases[0].Id, Outcome.Rejected);
        await Panels.Vote(second, panel.Cases[0].Id, Outcome.Passed);
        (await panel.Read(second)).Panel!.ShouldSatisfyAllConditions(p => p.Tally.ShouldBe(new Spread(1, 0, 1)), p => p.Members.Count(m => m.Vote == Outcome.Rejected).ShouldBe(1));
    }

    [Fact]
    public async Task Not_before_the_discussion()
    {
        var panel = await Panels.Convened(app);
        await Panels.Declare(panel.Expert.Person, panel.Cases[0].Id);
        await Panels.Vote(panel.Expert.Person, panel.Cases[0].Id, Outcome.Passed).ShouldBeRefused(409, "purchase.wrong-state");
    }
}
