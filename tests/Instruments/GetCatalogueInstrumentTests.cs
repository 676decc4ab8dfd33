using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetCatalogueInstrumentTests(App app)
{
    [Fact]
    public async Task A_listed_instrument_is_shown_to_everybody_but_not_what_is_the_units_own()
    {
        var bureau = await app.Supervisor();
        var listed = await app.Listed(await app.Unit(bureau), bureau);
        var number = (await app.Stored<Instrument>(listed.Id))!.AssetNumber!;

        var text = await (await app.Anonymous().Send(HttpMethod.Get, $"/api/instruments/catalogue/{listed.Id}")).Content.ReadAsStringAsync();

        text.ShouldContain("JSM-7800F");
        text.ShouldNotContain(number);
    }

    [Fact]
    public async Task What_is_not_listed_is_as_good_as_missing()
    {
        var draft = await (await app.SignedIn("liaison")).Registered();

        await app.Anonymous().Get<object>($"/api/instruments/catalogue/{draft.Id}").ShouldBeRefused(404, "instrument.not-found");
        await app.Anonymous().Get<object>($"/api/instruments/catalogue/{Guid.CreateVersion7()}").ShouldBeRefused(404, "instrument.not-found");
    }
}
