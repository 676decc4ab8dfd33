using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class GiveOpinionTests(App app)
{
    // independent before the discussion.
    [Fact]
    public async Task Others_opinions_are_hidden_until_ones_own_is_given()
    {
        var panel = await Panels.Convened(app);
        var (first, second) = (panel.Members[0].Person, panel.Expert.Person);
        foreach (var member in new[] { first, second }) await Panels.Declare(member, panel.Cases[0].Id);
        await Panels.Advise(first, panel.Cases[0].Id, Outcome.Adjusted, "one will do");

        var before = (await panel.Read(second)).Panel!;
        before.Members.Single(m => m.OpinionGiven).ShouldSatisfyAllConditions(m => m.Opinion.ShouldBeNull(), m => m.Recommendation.ShouldBeNull());
        before.Recommendations.ShouldBeNull();
        (await panel.Read()).Panel!.Members.ShouldAllBe(m => m.Opinion == null, "nor do the officers see them before the discussion");

        await Panels.Advise(second, panel.Cases[0].Id);
        (await panel.Read(second)).Panel!.ShouldSatisfyAllConditions(p => p.Members.ShouldContain(m => m.Opinion == "one will do"), p => p.Recommendations.ShouldBe(new Spread(1, 1, 0)));
        await Panels.Advise(second, panel.Cases[0].Id).ShouldBeRefused(409, "panel.opinion-stands");
        (await panel.Us.Read(panel.Cases[0], panel.Us.Liaison)).Panel.ShouldBeNull("the unit learns the decision, not who said what");
    }

    [Fact]
    public async Task Not_without_words_and_not_twice()
    {
        var panel = await Panels.Discussing(app);
        await Panels.Advise(panel.Expert.Person, panel.Cases[0].Id, text: " ").ShouldBeRefused(400, "request.invalid");
        await Panels.Advise(panel.Expert.Person, panel.Cases[0].Id).ShouldBeRefused(409, "panel.opinion-stands");
    }
}
