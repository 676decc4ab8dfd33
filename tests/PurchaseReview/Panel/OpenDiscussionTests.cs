using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class OpenDiscussionTests(App app)
{
    [Fact]
    public async Task Only_with_a_quorum_of_opinions()
    {
        var panel = await Panels.Convened(app);
        Task<SavedRound> Open() => panel.Centre.Post<SavedRound>($"{Panels.Address}/{panel.Round.Id}/discussion", new OpenDiscussion(panel.Round.Version));
        foreach (var member in panel.Members.Take(4))
        {
            await Panels.Declare(member.Person, panel.Cases[0].Id);
            await Panels.Advise(member.Person, panel.Cases[0].Id);
        }

        await Open().ShouldBeRefused(422, "panel.opinions-missing");
        await Panels.Declare(panel.Expert.Person, panel.Cases[0].Id);
        await Panels.Advise(panel.Expert.Person, panel.Cases[0].Id, Outcome.Rejected, "have two");
        await Open();

        var read = await panel.Read();
        (read.State, read.Panel!.Recommendations).ShouldBe((CaseState.InDiscussion, new Spread(4, 0, 1)));
        read.Panel.Members.ShouldContain(m => m.Opinion == "have two");
    }
}
