using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ObjectToDecisionTests(App app)
{
    [Fact]
    public async Task The_unit_objects_once()
    {
        var panel = await Panels.Decided(app, Outcome.Rejected);
        var at = await panel.Us.Read(panel.Cases[0]);
        Task<SavedCase> Object(int version, string text = "look again") => panel.Us.Liaison.Post<SavedCase>($"{Purchases.Address}/{at.Id}/objection", new ObjectToDecision(text, version));

        await Object(at.Version, "").ShouldBeRefused(400, "request.invalid");
        var objected = await Object(at.Version);
        (await panel.Read()).Actions.ShouldContain("answer");
        var answered = await panel.Centre.Post<SavedCase>($"{Purchases.Address}/{at.Id}/objection/answer", new AnswerObjection(false, "it stands", objected.Version));
        await Object(answered.Version).ShouldBeRefused(409, "purchase.objected-before");
    }
}
