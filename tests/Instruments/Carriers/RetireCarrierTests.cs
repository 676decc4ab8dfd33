using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class RetireCarrierTests(App app)
{
    [Fact]
    public async Task It_leaves_the_platform_when_no_instrument_belongs_to_it_any_more()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);
        var number = $"R{Some.Number()}";
        var listed = await app.ListedCentre(unit, bureau, with: record => record.Number = number);
        var instrument = await liaison.Belonging(number);
        await liaison.Post($"{Carriers.Address}/{listed.Id}/retire", new RetireCarrier(listed.Version, "closed")).ShouldBeRefused(409, "carrier.has-instruments");

        await liaison.Delete($"/api/instruments/{instrument.Id}?version={instrument.Version}");
        await liaison.Post($"{Carriers.Address}/{listed.Id}/retire", new RetireCarrier(listed.Version, "closed"));

        (await liaison.Carrier(listed)).LifeCycle.ShouldBe(LifeCycle.Retired);
    }
}
