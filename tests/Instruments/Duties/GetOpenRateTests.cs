using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetOpenRateTests(App app)
{
    const string Address = "/api/instruments/duties/open-rate";

    // I-5: for everybody, from the region down to the unit.
    [Fact]
    public async Task The_rates_of_regions_departments_and_units_are_public()
    {
        var region = await app.NewRegion();
        var bureau = await app.Supervisor(region);
        var unit = await app.Unit(bureau);
        var today = Modular.Shared.RegionClock.Today(app.Clock);
        var liaison = await app.SignedIn("liaison", unit);
        var inTime = await liaison.Registered(with: record => record.AcceptedOn = today.AddDays(-3));
        var late = await liaison.Registered();
        await liaison.Post<BulkReport>("/api/instruments/submit", new SubmitInstruments(Registry.Items(inTime, late)));
        await (await app.SignedIn("reviewer", bureau)).Post<BulkReport>("/api/instruments/approve",
            new ApproveInstruments(Registry.Items(inTime with { Version = 2 }, late with { Version = 2 })));
        await liaison.Registered();
        await liaison.Registered(with: record => record.AcceptedOn = today);
        await liaison.Registered(with: record => record.AcceptedOn = null);
        // With a single region there would be nothing to compare, and its departments would stand here.
        await (await app.SignedIn("liaison", await app.Unit(await app.Supervisor(await app.NewRegion())))).Registered();
        // Counted anew after a while.
        app.Clock.AdvanceApart();

        var everybody = app.Anonymous();
        var regions = await everybody.Get<OpenRateAnswer>(Address);
        var departments = await everybody.Get<OpenRateAnswer>($"{Address}?within={region.Id}");
        var units = await everybody.Get<OpenRateAnswer>($"{Address}?within={bureau.Id}");

        var expected = new OpenTally(5, 2, 1, 1, 1);
        regions.Rows.Single(row => row.Id == region.Id).ShouldSatisfyAllConditions(row => row.Tally.ShouldBe(expected), row => row.ThresholdFen.ShouldBe(50_000_000), row => row.Unit.ShouldBeFalse());
        departments.Rows.Single().ShouldSatisfyAllConditions(row => row.Id.ShouldBe(bureau.Id), row => row.Tally.ShouldBe(expected));
        units.Rows.Single().ShouldSatisfyAllConditions(row => row.Id.ShouldBe(unit.Id), row => row.Unit.ShouldBeTrue());
        units.Above.Select(organisation => organisation.Id).ShouldBe([region.Id, bureau.Id]);
        (units.Total.OpenRate, units.Total.InTimeRate).ShouldBe((0.4, 1 / 3.0));
    }

    [Fact]
    public async Task An_organisation_nobody_knows_has_no_rates() =>
        await app.Anonymous().Get<object>($"{Address}?within={Guid.CreateVersion7()}").ShouldBeRefused(404, "organisation.not-found");
}
