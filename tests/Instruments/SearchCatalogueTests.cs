using Microsoft.Extensions.DependencyInjection;
using Modular.Instruments;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class SearchCatalogueTests(App app)
{
    const string Address = "/api/instruments/catalogue";

    // S-1: the public finds it by its common name, its abbreviation, its model, in either language.
    [Theory]
    [InlineData("扫描电镜")]
    [InlineData("SEM")]
    [InlineData("scanning electron microscope")]
    [InlineData("jsm7800f")]
    [InlineData("JSM-7800F")]
    public async Task A_listed_instrument_is_found_by_what_people_call_it(string query)
    {
        var (listed, unit) = await Listed("扫描电子显微镜");

        var answer = await Search(query, unit);

        answer.Items.ShouldHaveSingleItem().Id.ShouldBe(listed.Id);
        answer.Total.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_listed_is_not_found()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        await liaison.Registered("扫描电子显微镜");
        await liaison.Submitted("扫描电子显微镜");

        (await Search("扫描电镜", unit)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task What_leaves_the_platform_is_not_found_any_more()
    {
        var (listed, unit) = await Listed("扫描电子显微镜");
        await (await app.SignedIn("liaison", unit)).Post($"/api/instruments/{listed.Id}/retire", new RetireInstrument(listed.Version, "Scrapped"));

        (await Search("扫描电镜", unit)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_renamed_units_instruments_are_found_under_its_new_name()
    {
        var (listed, unit) = await Listed("扫描电子显微镜");
        (await Search("敕勒川大学", unit)).Exact.ShouldBeFalse();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        await administrator.Put($"/api/units/managing-units/{unit.Id}", new EditManagingUnit(Some.UnitFacts("敕勒川大学"), 1));
        await app.DeliverEvents();

        var answer = await Search("敕勒川大学", unit);

        answer.Exact.ShouldBeTrue();
        answer.Items.ShouldHaveSingleItem().Id.ShouldBe(listed.Id);
    }

    [Fact]
    public async Task Every_listed_instrument_counts_in_its_class_and_its_league()
    {
        var (_, unit) = await Listed("扫描电子显微镜");

        var facets = (await Search("", unit)).Facets;

        facets.Classes.Sum(facet => facet.Count).ShouldBe(1);
        facets.Regions.ShouldHaveSingleItem().Name.ShouldBe("呼和浩特市");
    }

    [Fact]
    public async Task Nobody_who_only_looks_sees_the_asset_number()
    {
        var (listed, unit) = await Listed("扫描电子显微镜");
        var number = (await app.Stored<Instrument>(listed.Id))!.AssetNumber!;
        await app.Services.GetRequiredService<Modular.Instruments.Catalogue>().Follow(CancellationToken.None);

        var answer = await (await app.Anonymous().Send(HttpMethod.Get, $"{Address}?unitId={unit.Id}")).Content.ReadAsStringAsync();

        answer.ShouldContain(listed.Id.ToString());
        answer.ShouldNotContain(number);
    }

    [Theory]
    [InlineData("classCode=01")]
    [InlineData("regionCode=x")]
    [InlineData("sort=cheapest")]
    public async Task What_the_catalogue_does_not_know_is_refused(string query) =>
        (await app.Anonymous().Get<object>($"{Address}?{query}").ShouldThrowAsync<Refusal>()).Status.ShouldBe(400);

    async Task<(SavedInstrument Listed, Modular.Units.Organisation Unit)> Listed(string name)
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        return (await app.Listed(unit, bureau, name), unit);
    }

    async Task<CatalogueAnswer> Search(string query, Modular.Units.Organisation unit)
    {
        await app.Services.GetRequiredService<Modular.Instruments.Catalogue>().Follow(CancellationToken.None);
        return await app.Anonymous().Get<CatalogueAnswer>($"{Address}?q={Uri.EscapeDataString(query)}&unitId={unit.Id}");
    }
}
