using Modular.PurchaseReview;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class EndExpectationTests(App app)
{
    const string Address = "/api/purchase-review/expectations";

    // a purchase that is given up is awaited no more, and the case says why.
    [Fact]
    public async Task What_is_given_up_is_awaited_no_more_and_its_case_says_why()
    {
        var panel = await Panels.Decided(app);
        var awaited = (await panel.Centre.Get<Page<ExpectationRow>>(Address)).Items.Single();
        await panel.Centre.Post($"{Address}/{awaited.Id}/end", new EndExpectation("the project was cancelled", awaited.Version));

        async Task<int> In(string state) => (await panel.Centre.Get<Page<ExpectationRow>>($"{Address}?state={state}")).Total;
        (await In("open"), await In("overdue"), await In("ended")).ShouldBe((0, 0, 1));
        (await panel.Us.Read(panel.Cases[0])).Granted.Single().ShouldSatisfyAllConditions(
            g => (g.EndedOn, g.EndReason).ShouldBe((app.Clock.Today(), "the project was cancelled")), g => g.Overdue.ShouldBeFalse());
        (await panel.Centre.Get<Page<AuditRow>>($"/api/purchase-review/audit?subject={panel.Cases[0].Id}&action=purchase.given-up")).Items.Single().Why.ShouldBe("the project was cancelled");
        await app.DeliverEvents();
        (await panel.Us.Liaison.Get<Page<NoticeRow>>("/api/units/account/notices")).Items.ShouldContain(n => n.Kind == "purchase.given-up");
    }

    [Fact]
    public async Task Once_with_a_reason_and_only_by_the_centre_of_the_region()
    {
        var panel = await Panels.Decided(app);
        var awaited = (await panel.Centre.Get<Page<ExpectationRow>>(Address)).Items.Single();
        Task End(Client by, string reason = "no more funds", int? version = null) => by.Post($"{Address}/{awaited.Id}/end", new EndExpectation(reason, version ?? awaited.Version));

        await End(panel.Centre, reason: "").ShouldBeRefused(400, "request.invalid");
        await End(panel.Centre, version: 7).ShouldBeRefused(409, "expectation.changed-meanwhile");
        await End(panel.Us.Liaison).ShouldBeRefused(403, "permission.missing");
        await End((await Purchases.In(app)).Centre).ShouldBeRefused(404, "expectation.not-found");
        await End(panel.Centre);
        await End(panel.Centre, version: awaited.Version + 1).ShouldBeRefused(409, "expectation.over");
    }
}
