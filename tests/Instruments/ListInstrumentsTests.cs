using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListInstrumentsTests(App app)
{
    const string Address = "/api/instruments";

    [Fact]
    public async Task Everybody_sees_the_instruments_of_their_own_subtree()
    {
        var region = await app.NewRegion();
        var bureau = await app.Supervisor(region);
        var unit = await app.Unit(bureau);
        var other = await app.Unit(bureau);
        await (await app.SignedIn("liaison", unit)).Registered("mine");
        await (await app.SignedIn("liaison", other)).Registered("the neighbour's");

        async Task<int> SeenBy(string role, Modular.Units.Organisation organisation) =>
            (await (await app.SignedIn(role, organisation)).Get<Page<InstrumentRow>>(Address)).Total;

        (await SeenBy("custodian", unit)).ShouldBe(1);
        (await SeenBy("reviewer", bureau)).ShouldBe(2);
        (await SeenBy("financeOfficer", await app.NewOffice(region))).ShouldBe(2);
        (await SeenBy("reviewer", await app.Supervisor(region))).ShouldBe(0);
    }

    [Theory]
    [InlineData("search=7800f")]
    [InlineData("search=电子 JEOL")]
    [InlineData("classCode=0101")]
    [InlineData("classCode=010000")]
    [InlineData("regionCode=150100")]
    [InlineData("lifeCycle=draft")]
    [InlineData("operatingStatus=inService")]
    [InlineData("valueFromFen=385000000&valueToFen=385000000")]
    public async Task Each_filter_finds_what_it_names(string query)
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Registered();
        await liaison.Registered("离心机", record => (record.Model, record.Manufacturer, record.ClassCode, record.RegionCode, record.OperatingStatus, record.OriginalValueFen) =
            ("XPN-100", "Beckman", "990000", "150200", OperatingStatus.Idle, 100));

        var page = await liaison.Get<Page<InstrumentRow>>($"{Address}?{query}");

        page.Items.ShouldContain(row => row.Model == "JSM-7800F");
        if (!query.StartsWith("lifeCycle", StringComparison.Ordinal)) page.Total.ShouldBe(1);
    }

    [Theory]
    [InlineData("originalValueFen")]
    [InlineData("-originalValueFen")]
    [InlineData("nameZh")]
    [InlineData("bookedOn")]
    [InlineData("unitName")]
    [InlineData("submittedAt")]
    [InlineData("assetNumber")]
    [InlineData("-updatedAt")]
    public async Task Pages_of_every_order_are_complete_and_never_repeat_a_row(string sort)
    {
        var liaison = await app.SignedIn("liaison");
        var all = new List<Guid>();
        for (var i = 0; i < 7; i++) all.Add((await liaison.Registered(with: record => record.OriginalValueFen = 100 * (i / 3))).Id);

        var seen = new List<Guid>();
        for (var page = 1; page <= 4; page++) seen.AddRange((await liaison.Get<Page<InstrumentRow>>($"{Address}?size=2&page={page}&sort={sort}")).Items.Select(row => row.Id));

        seen.ShouldBe(all, ignoreOrder: true);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(5_001)]
    public async Task A_short_and_a_long_subtree_open_with_the_latest_change_first_and_without_the_neighbours(int count)
    {
        var region = await app.NewRegion();
        var bureau = await app.Supervisor(region);
        var unit = await app.Unit(bureau);
        var neighbours = await app.Unit(await app.Supervisor(region));
        await (await app.SignedIn("liaison", neighbours)).Registered();
        var at = app.Clock.GetUtcNow();
        var owner = new UnitSummary(unit.Id, unit.Path, unit.Name, "", Some.LeagueCode, CentralLevel: false);
        // Imported together, changed together: many rows of one moment.
        await app.InDatabase<InstrumentsDb, long>(db => db.BulkInsertAsync(
            Enumerable.Range(0, count).Select(i => Instrument.Draft(owner, Some.Record(), at.AddMinutes(-i / 500))), CancellationToken.None));

        async Task<IReadOnlyList<InstrumentRow>> Seen(Client person, int page)
        {
            var answer = await person.Get<Page<InstrumentRow>>($"{Address}?size=15&page={page}");
            answer.Total.ShouldBe(count);
            return answer.Items;
        }

        foreach (var person in new[] { await app.SignedIn("reviewer", bureau), await app.SignedIn("liaison", unit) })
        {
            IReadOnlyList<InstrumentRow> rows = [.. await Seen(person, 1), .. await Seen(person, 2)];
            rows.Select(row => row.Id).ShouldBeUnique();
            rows.ShouldAllBe(row => row.UnitId == unit.Id);
            rows.Select(row => row.UpdatedAt).ShouldBeInOrder(SortDirection.Descending);
            (await Seen(person, (count + 14) / 15)).Count.ShouldBe(((count - 1) % 15) + 1);
        }
    }

    [Theory]
    [InlineData("sort=unitPath", "list.unknown-sort")]
    [InlineData("lifeCycle=lost", "request.malformed")]
    [InlineData("classCode=01'--", "request.invalid")]
    [InlineData("regionCode=15", "request.invalid")]
    public async Task What_the_list_does_not_know_is_refused(string query, string code) =>
        await (await app.SignedIn("liaison")).Get<object>($"{Address}?{query}").ShouldBeRefused(400, code);

    // P11
    [Fact]
    public async Task The_list_costs_the_same_statements_however_long_it_is()
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Registered();

        await liaison.ShouldCostTheSame($"{Address}?size=200", async () =>
        {
            for (var i = 0; i < 10; i++) await liaison.Registered();
        });
    }
}
