using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListDutiesTests(App app)
{
    const string Address = "/api/instruments/duties";

    // I-5: each state of the clock, by deadline, for the unit and for the department above it.
    [Fact]
    public async Task What_is_not_open_yet_is_listed_by_its_deadline()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);
        var today = app.Clock.Today();
        var soon = WorkingDays.Official.Before(WorkingDays.Official.After(today, 3), 30);
        await liaison.Registered("fresh", record => record.AcceptedOn = today);
        await liaison.Registered("soon", record => record.AcceptedOn = soon);
        await liaison.Registered("late", record => record.AcceptedOn = today.AddDays(-400));
        await liaison.Registered("undated", record => record.AcceptedOn = null);
        await liaison.Registered("below the threshold", record => record.OriginalValueFen = 49_999_999);
        await liaison.Registered("own money", record => record.FundingSources = [FundingSource.Own]);
        await app.Listed(unit, bureau, "open");

        var rows = (await (await app.SignedIn("reviewer", bureau)).Get<Page<DutyRow>>(Address)).Items;

        rows.Select(row => (row.NameZh, row.State)).ShouldBe(
            [("late", DutyState.Overdue), ("soon", DutyState.DueSoon), ("fresh", DutyState.Due), ("undated", DutyState.Undated)]);
        rows[0].WorkingDays!.Value.ShouldBeLessThan(-200);
        rows[1].WorkingDays.ShouldBe(3);
        (rows[2].DueOn, rows[2].SupervisorName).ShouldBe((WorkingDays.Official.After(today, 30), bureau.Name));
        (await liaison.Get<Page<DutyRow>>($"{Address}?state=dueSoon")).Items.Select(row => row.NameZh).ShouldBe(["soon"]);
        foreach (var (state, name) in new[] { ("overdue", "late"), ("due", "fresh"), ("undated", "undated") })
            (await liaison.Get<Page<DutyRow>>($"{Address}?state={state}")).Items.Single().NameZh.ShouldBe(name);
    }

    // On the platform without being shared is not open.
    [Fact]
    public async Task What_is_listed_but_not_shared_still_owes_its_opening()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);
        var listed = await app.Listed(unit, bureau);
        var record = Some.Record();
        record.SharingMode = SharingMode.None;
        await liaison.Put($"/api/instruments/{listed.Id}", new EditInstrument(record, listed.Version));

        (await liaison.Get<Page<DutyRow>>(Address)).Items.Single().ShouldSatisfyAllConditions(
            row => row.LifeCycle.ShouldBe(LifeCycle.Listed), row => row.State.ShouldBe(DutyState.Overdue));
    }

    [Fact]
    public async Task A_region_reads_by_its_own_numbers_and_narrows_to_a_department_or_a_unit()
    {
        var (officer, region) = await app.PolicyOfficer();
        var bureau = await app.Supervisor(region);
        var unit = await app.Unit(bureau);
        await (await app.SignedIn("liaison", unit)).Registered(with: record => record.OriginalValueFen = 35_000_000);
        await (await app.SignedIn("liaison", await app.Unit(await app.Supervisor(region)))).Registered();
        (await officer.Get<Page<DutyRow>>(Address)).Total.ShouldBe(1);

        await officer.Sets("dutyThreshold", 30_000_000, app.Clock.Today());

        var rows = await officer.Get<Page<DutyRow>>(Address);
        rows.Total.ShouldBe(2);
        // P-1: counted from today, for the threshold holds since today.
        rows.Items.Single(row => row.UnitId == unit.Id).DueOn.ShouldBe(WorkingDays.Official.After(app.Clock.Today(), 30));
        // The department's row began years ago, so it comes first.
        rows.Items[0].UnitId.ShouldNotBe(unit.Id);
        (await officer.Get<Page<DutyRow>>($"{Address}?supervisorId={bureau.Id}")).Items.Single().UnitId.ShouldBe(unit.Id);
        (await officer.Get<Page<DutyRow>>($"{Address}?unitId={unit.Id}")).Total.ShouldBe(1);
        (await officer.Get<Page<DutyRow>>($"{Address}?search={Uri.EscapeDataString("nothing like it")}")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task What_the_list_cannot_be_sorted_by_is_refused() =>
        await (await app.SignedIn("liaison")).Get<object>($"{Address}?sort=unitPath").ShouldBeRefused(400, "list.unknown-sort");

    // P11
    [Fact]
    public async Task The_list_costs_the_same_statements_however_long_it_is()
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Registered();

        await liaison.ShouldCostTheSame($"{Address}?size=200", async () =>
        {
            for (var i = 0; i < 5; i++) await liaison.Registered();
        });
    }
}
