using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class EditRoundTests(App app)
{
    [Fact]
    public async Task Members_and_cases_change_while_it_is_open_minutes_afterwards()
    {
        var panel = await Panels.In(app, cases: 2);
        var facts = panel.Facts(panel.Expert.Account.Id) with { CaseIds = [panel.Cases[1].Id] };
        Task<SavedRound> Edit(RoundFacts wanted, int version) => panel.Centre.Put<SavedRound>($"{Panels.Address}/{panel.Round.Id}", new EditRound(wanted, version));

        panel.Round = await Edit(facts, panel.Round.Version);
        var read = await panel.Centre.Get<RoundDetails>($"{Panels.Address}/{panel.Round.Id}");
        (read.Members.Count, read.Cases.Single().Id).ShouldBe((5, panel.Cases[1].Id));
        await Edit(facts, panel.Round.Version - 1).ShouldBeRefused(409, "round.changed-meanwhile");

        panel.Round = await panel.Convene();
        await Edit(facts with { Minutes = "all agreed", CaseIds = [], Members = [] }, panel.Round.Version);
        read = await panel.Centre.Get<RoundDetails>($"{Panels.Address}/{panel.Round.Id}");
        (read.Minutes, read.Members.Count, read.Cases.Count).ShouldBe(("all agreed", 5, 1));
    }
}
