using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetCarrierTests(App app)
{
    // I-1: the count and value of what belongs to it are the instruments' own, not typed.
    [Fact]
    public async Task It_counts_what_belongs_to_it_by_kind_and_number()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);
        var number = $"G{Some.Number()}";
        var centre = await liaison.Centre(with: record => record.Number = number);
        await liaison.Belonging(number, "甲");
        var submitted = await liaison.Belonging(number, "乙");
        await liaison.Post<BulkReport>("/api/instruments/submit", new SubmitInstruments(Registry.Items(submitted)));
        await (await app.SignedIn("reviewer", bureau)).Post<BulkReport>("/api/instruments/approve", new ApproveInstruments([new InstrumentVersion(submitted.Id, submitted.Version + 1)]));
        await liaison.Belonging(number, kind: CarrierType.ServiceUnit);
        await (await app.SignedIn("liaison")).Belonging(number);

        (await liaison.Carrier(centre)).Totals.ShouldBe(new CarrierTotals(2, 1, 770_000_000));
        (await liaison.Get<Page<InstrumentRow>>($"/api/instruments?unitId={unit.Id}&carrierType=instrumentCentre&carrierNumber={number}")).Items.Select(i => i.NameZh).ShouldBe(["甲", "乙"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_instrument_shows_what_it_belongs_to_where_the_unit_has_entered_it()
    {
        var liaison = await app.SignedIn("liaison");
        var number = $"G{Some.Number()}";
        var instrument = await liaison.Belonging(number);
        (await liaison.Get<InstrumentDetails>($"/api/instruments/{instrument.Id}")).Carrier.ShouldBeNull();

        var centre = await liaison.Centre("中心", record => record.Number = number);

        (await liaison.Get<InstrumentDetails>($"/api/instruments/{instrument.Id}")).Carrier.ShouldBe(new CarrierLink(centre.Id, CarrierType.InstrumentCentre, number, "中心"));
    }

    [Fact]
    public async Task Foreign_ones_are_not_found()
    {
        var centre = await (await app.SignedIn("liaison")).Centre();

        await (await app.SignedIn("liaison")).Get<object>($"{Carriers.Address}/{centre.Id}").ShouldBeRefused(404, "carrier.not-found");
    }
}
