using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class RetireInstrumentTests(App app)
{
    [Fact]
    public async Task A_scrapped_instrument_leaves_the_platform_but_not_the_registry()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var listed = await app.Listed(unit, bureau);
        var liaison = await app.SignedIn("liaison", unit);

        await liaison.Post(Address(listed), new RetireInstrument(listed.Version, "Scrapped"));

        var details = await liaison.Get<InstrumentDetails>($"/api/instruments/{listed.Id}");
        (details.LifeCycle, details.RetiredOn).ShouldBe((LifeCycle.Retired, app.Clock.Today()));
        details.Actions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_what_is_listed_can_leave_and_a_reason_is_needed()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Registered();

        await liaison.Post(Address(draft), new RetireInstrument(draft.Version, "Scrapped")).ShouldBeRefused(409, "instrument.cannot-retire");
        await liaison.Post(Address(draft), new RetireInstrument(draft.Version, " ")).ShouldBeRefused(400, "request.invalid");
    }

    static string Address(SavedInstrument instrument) => $"/api/instruments/{instrument.Id}/retire";
}
