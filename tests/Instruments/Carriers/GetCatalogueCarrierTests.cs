using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetCatalogueCarrierTests(App app)
{
    [Fact]
    public async Task A_public_page_shows_the_listed_instruments_and_their_value()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);
        var number = $"K{Some.Number()}";
        var centre = await app.ListedCentre(unit, bureau, "中心", record => record.Number = number);
        await liaison.Belonging(number, "草稿");
        var shown = await liaison.Belonging(number, "公开");
        await liaison.Post<BulkReport>("/api/instruments/submit", new SubmitInstruments(Registry.Items(shown)));
        await (await app.SignedIn("reviewer", bureau)).Post<BulkReport>("/api/instruments/approve", new ApproveInstruments([new InstrumentVersion(shown.Id, shown.Version + 1)]));

        var page = await app.Anonymous().Get<CatalogueCarrier>($"/api/instruments/catalogue/carriers/{centre.Id}");

        (page.NameZh, page.Total, page.ValueFen).ShouldBe(("中心", 1, 385_000_000L));
        page.Instruments.ShouldHaveSingleItem().NameZh.ShouldBe("公开");
        (await app.Anonymous().Get<CatalogueInstrument>($"/api/instruments/catalogue/{shown.Id}")).Carrier!.Id.ShouldBe(centre.Id);
    }

    [Fact]
    public async Task What_is_not_listed_has_no_public_page()
    {
        var draft = await (await app.SignedIn("liaison")).Centre();

        await app.Anonymous().Get<object>($"/api/instruments/catalogue/carriers/{draft.Id}").ShouldBeRefused(404, "carrier.not-found");
    }
}
