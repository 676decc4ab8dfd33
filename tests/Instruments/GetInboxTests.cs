using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetInboxTests(App app)
{
    // every tier has an inbox of what waits for it.
    [Fact]
    public async Task What_waits_for_the_supervisor_is_not_what_waits_for_the_unit()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);
        await liaison.Submitted();
        await liaison.Registered();

        var forUnit = await liaison.Get<Inbox>("/api/instruments/inbox");
        var forBureau = await (await app.SignedIn("reviewer", bureau)).Get<Inbox>("/api/instruments/inbox");

        forUnit.Groups.Where(group => group.Mine && group.Count > 0).Select(group => group.Key).ShouldBe(["toComplete"]);
        forUnit.Groups.Single(group => group.Key == "waiting").Count.ShouldBe(1);
        forBureau.Groups.Where(group => group.Mine && group.Count > 0).Select(group => group.Key).ShouldBe(["toReview"]);
        (forBureau.Total, forBureau.Units).ShouldBe((2, 1));
    }

    [Fact]
    public async Task A_review_that_takes_more_than_ten_working_days_is_late()
    {
        var bureau = await app.Supervisor();
        await (await app.SignedIn("liaison", await app.Unit(bureau))).Submitted();
        app.Clock.Advance(TimeSpan.FromDays(30));

        var inbox = await (await app.SignedIn("reviewer", bureau)).Get<Inbox>("/api/instruments/inbox");

        inbox.Groups.Single(group => group.Key == "overdueReview").Count.ShouldBe(1);
    }
}
