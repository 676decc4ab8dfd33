using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ResumeExpectationTests(App app)
{
    const string Address = "/api/purchase-review/expectations";

    [Fact]
    public async Task What_was_given_up_by_mistake_is_awaited_again_to_its_old_day()
    {
        var panel = await Panels.Decided(app);
        async Task<ExpectationRow> Only(Client by) => (await by.Get<Page<ExpectationRow>>(Address)).Items.Single();
        var before = await Only(panel.Centre);
        Task Resume(Client by, int version) => by.Post($"{Address}/{before.Id}/resume", new ResumeExpectation(version));
        await Resume(panel.Centre, before.Version).ShouldBeRefused(409, "expectation.not-given-up");
        await panel.Centre.Post($"{Address}/{before.Id}/end", new EndExpectation("wrong row", before.Version));

        await Resume(panel.Centre, before.Version).ShouldBeRefused(409, "expectation.changed-meanwhile");
        await Resume(panel.Centre, before.Version + 1);

        (await Only(panel.Centre)).ShouldBe(before with { Version = before.Version + 2 });
        (await panel.Centre.Get<Page<AuditRow>>($"/api/purchase-review/audit?subject={panel.Cases[0].Id}&action=purchase.resumed")).Items.Single().Before!.Value.GetProperty("reason").GetString().ShouldBe("wrong row");
        await app.DeliverEvents();
        (await panel.Us.Liaison.Get<Page<Modular.Units.NoticeRow>>("/api/units/account/notices")).Items.ShouldContain(n => n.Kind == "purchase.resumed");
    }
}
