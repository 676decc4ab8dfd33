using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class AnswerObjectionTests(App app)
{
    [Fact]
    public async Task The_decision_stands_or_the_panel_takes_the_case_up_again()
    {
        var panel = await Panels.Decided(app, Outcome.Rejected);
        var at = await panel.Us.Read(panel.Cases[0]);
        var objected = await panel.Us.Liaison.Post<SavedCase>($"{Purchases.Address}/{at.Id}/objection", new ObjectToDecision("look again", at.Version));
        Task<SavedCase> Answer(Client person) => person.Post<SavedCase>($"{Purchases.Address}/{at.Id}/objection/answer", new AnswerObjection(true, "new facts", objected.Version));

        await Answer(panel.Us.Liaison).ShouldBeRefused(403, "permission.missing");
        await Answer(panel.Centre);
        (await panel.Read()).State.ShouldBe(CaseState.InDiscussion);
        foreach (var member in panel.Members) await Panels.Vote(member.Person, at.Id, Outcome.Passed);
        await panel.Decide(Outcome.Passed);
        (await panel.Us.Read(panel.Cases[0])).Decision!.Outcome.ShouldBe(Outcome.Passed);
    }
}
