using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListCatalogueCarriersTests(App app)
{
    // I-1, S-1: everybody finds what is on the platform, nobody what is not.
    [Fact]
    public async Task Visitors_find_what_is_listed_by_name_kind_place_and_unit()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var word = $"寻{Some.Number()}";
        var listed = await app.ListedCentre(unit, bureau, $"{word}中心");
        await (await app.SignedIn("liaison", unit)).Centre($"{word}草稿");
        var visitor = app.Anonymous();

        foreach (var query in new[] { $"q={word}", $"q={word}&kind=instrumentCentre&regionCode=150100", $"unitId={unit.Id}" })
            (await visitor.Get<Page<CatalogueCarrierRow>>($"/api/instruments/catalogue/carriers?{query}")).Items.ShouldHaveSingleItem().Id.ShouldBe(listed.Id);
        (await visitor.Get<Page<CatalogueCarrierRow>>($"/api/instruments/catalogue/carriers?q={word}&kind=facility")).Total.ShouldBe(0);
    }
}
