using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Upkeep;

public class ListRepairsTests(App app)
{
    [Fact]
    public async Task What_goes_on_what_is_late_and_what_was_done()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var (late, going, done) = (await liaison.Registered("late"), await liaison.Registered("going"), await liaison.Registered("done"));
        await liaison.Enter(late.Id, Upkeeping.Broken, app.Clock.Today().AddDays(-1));
        await liaison.Enter(going.Id, Upkeeping.Broken, app.Clock.Today());
        await liaison.Enter(done.Id, new RepairFacts(new(2025, 5, 6), new(2025, 5, 9), "Lamp", "New lamp", "Own workshop", 32_000, null));

        foreach (var (query, names) in new (string, string[])[]
        {
            ("state=overdue", ["late"]), ("state=ongoing&sort=nameZh", ["going", "late"]), ("state=finished", ["done"]), ("search=workshop", ["done"]),
            ("toDay=2025-12-31", ["done"]), ("fromDay=2025-05-10&sort=-nameZh", ["late", "going"]), ("mine=true", []), ($"unitId={Guid.CreateVersion7()}", []),
        })
            (await liaison.Get<Page<RepairInList>>($"/api/instruments/repairs?{query}")).Items.Select(r => r.NameZh).ShouldBe(names, query);
        (await liaison.Get<Page<RepairInList>>("/api/instruments/repairs?state=finished")).Items.Single().Days.ShouldBe(4);
        (await (await app.Custodian(unit, going)).Get<Page<RepairInList>>("/api/instruments/repairs?mine=true")).Items.ShouldHaveSingleItem().State.ShouldBe(RepairState.Ongoing);
    }
}
