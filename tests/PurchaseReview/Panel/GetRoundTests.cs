using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class GetRoundTests(App app)
{
    [Fact]
    public async Task A_member_sees_what_waits_for_them_and_the_unit_not_who_sits()
    {
        var panel = await Panels.Convened(app, cases: 2);
        await Panels.Declare(panel.Expert.Person, panel.Cases[0].Id);
        Task<RoundDetails> Read(Client person) => person.Get<RoundDetails>($"{Panels.Address}/{panel.Round.Id}");

        (await Read(panel.Expert.Person)).Cases.Select(c => c.Declared).ShouldBe([true, false]);
        (await Read(panel.Centre)).ShouldSatisfyAllConditions(r => r.Actions.ShouldBe(["discuss", "minutes", "appoint"]), r => r.Cases.ShouldAllBe(c => c.Declared == null && c.Sitting == 6));
        var units = await Read(panel.Us.Liaison);
        (units.Members.Count, units.Cases.Count, units.Cases[0].Sitting).ShouldBe((0, 2, 0));
        await Read(await app.SignedIn("expert")).ShouldBeRefused(404, "round.not-found");
    }
}
