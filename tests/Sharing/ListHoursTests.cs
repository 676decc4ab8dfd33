using Modular.Contracts.Sharing;
using Modular.Instruments;
using Modular.Shared;
using Modular.Sharing;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sharing;

public class ListHoursTests(App app)
{
    [Fact]
    public async Task All_instruments_of_the_year_stand_there_with_last_year_and_rated_hours()
    {
        var liaison = await app.SignedIn("liaison");
        var old = (await liaison.Registered("旧", record => record.Generality = Generality.Special)).Id;
        await liaison.Registered("新", record => (record.BookedOn, record.AcceptedOn) = (new DateOnly(2025, 3, 1), new DateOnly(2025, 2, 1)));
        await liaison.Declare(2023, (old, 700, 70, 0));
        await liaison.Declare(2024, (old, 800, 80, 0));

        var page = await liaison.Hours(2024);
        page.Items.Single().ShouldSatisfyAllConditions(
            row => row.Name.ShouldBe("旧"), row => row.Declared.ShouldBe(new UsageFigure(800, 80)), row => row.LastYear.ShouldBe(new UsageFigure(700, 70)), row => row.Recorded.ShouldBeNull(),
            row => (row.Counts, row.Why).ShouldBe((UsageSource.Declared, "no-records")), row => row.RatedHours.ShouldBeGreaterThan(0));
        (page.Instruments, page.Declared).ShouldBe((1, 1));
        var later = await liaison.Hours(2025);
        (later.Instruments, later.Declared, later.Items.Count).ShouldBe((2, 0, 2));
    }

    [Fact]
    public async Task It_is_filtered_searched_and_sorted_on_the_server()
    {
        var liaison = await app.SignedIn("liaison");
        var (one, two) = ((await liaison.Registered("扫描电镜")).Id, (await liaison.Registered("质谱仪")).Id);
        await liaison.Declare(2024, (one, 10, 0, 0));

        (await liaison.Hours(2024, "missing=true")).Items.Single().InstrumentId.ShouldBe(two);
        (await liaison.Hours(2024, "missing=false")).Items.Single().InstrumentId.ShouldBe(one);
        (await liaison.Hours(2024, "search=质谱")).Items.Single().InstrumentId.ShouldBe(two);
        foreach (var sort in new[] { "assetNumber", "-assetNumber", "name", "originalValueFen" }) (await liaison.Hours(2024, $"sort={sort}")).Total.ShouldBe(2);
        await liaison.Hours(2024, "sort=what").ShouldBeRefused(400, "list.unknown-sort");
    }

    [Fact]
    public async Task Hours_of_an_instrument_that_was_not_there_do_not_make_up_for_another()
    {
        var bureau = await app.Supervisor();
        var liaison = await app.SignedIn("liaison", await app.Unit(bureau));
        await liaison.Registered();
        await liaison.Registered(with: record => (record.BookedOn, record.AcceptedOn, record.HoursYear, record.AnnualHours) = (new DateOnly(2025, 3, 1), new DateOnly(2025, 2, 1), 2024, 10));
        await app.DeliverEvents();

        var page = await liaison.Hours(2024);
        (page.Instruments, page.Declared).ShouldBe((1, 0));
        (await (await app.SignedIn("reviewer", bureau)).Get<HoursUnitsPage>("/api/sharing/hours/units?year=2024")).Items.Single().ShouldSatisfyAllConditions(row => (row.Instruments, row.Missing).ShouldBe((1, 1)));
    }

    [Fact]
    public async Task Those_above_read_a_unit_of_theirs_and_nobody_elses()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        await (await app.SignedIn("liaison", unit)).Registered();
        var reviewer = await app.SignedIn("reviewer", bureau);

        (await reviewer.Hours(2024, $"unitId={unit.Id}")).UnitName.ShouldBe(unit.Name);
        await reviewer.Hours(2024).ShouldBeRefused(404, "unit.not-found");
        await (await app.SignedIn("reviewer")).Hours(2024, $"unitId={unit.Id}").ShouldBeRefused(404, "unit.not-found");
    }

    [Fact]
    public async Task It_costs_the_same_however_many_there_are()
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Registered();
        await liaison.ShouldCostTheSame("/api/sharing/hours?year=2024", async () =>
        {
            for (var i = 0; i < 3; i++) await liaison.Registered();
        });
    }
}
