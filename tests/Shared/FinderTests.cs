using Microsoft.Extensions.DependencyInjection;
using Modular.Instruments;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

public class FinderTests(App app)
{
    // one box over everything; each finds what their role and subtree let them see.
    [Fact]
    public async Task Everything_one_may_see_is_found_by_a_few_letters_and_nothing_else()
    {
        var word = $"寻{Some.Number()}";
        var (bureau, elsewhere) = (await app.Supervisor(), await app.Unit(name: $"{word}外单位"));
        var unit = await app.Unit(bureau, $"{word}大学");
        var liaison = await app.SignedIn("liaison", unit);
        var draft = await liaison.Registered($"{word}显微镜");
        var listed = await app.Listed(unit, bureau, $"{word}质谱仪");
        await (await app.SignedIn("liaison", elsewhere)).Registered($"{word}外仪器");
        await liaison.Upload(Imports.Csv("资产编号,仪器名称", "1,x"), $"{word}.csv");
        await app.Account(unit, ["custodian"], account => account.DisplayName = $"{word}王");
        await app.Services.GetRequiredService<Catalogue>().Follow(CancellationToken.None);

        var mine = await Found(liaison, word);
        mine.Select(found => found.Group).Distinct(StringComparer.Ordinal).ShouldBe(["units", "instruments", "imports"], ignoreOrder: true);
        mine.Where(found => found.Group == "instruments").Select(found => found.Id).ShouldBe([draft.Id, listed.Id], ignoreOrder: true);
        mine.Single(found => found.Group == "units").Link.ShouldBe($"/units/{unit.Id}");
        mine.Single(found => found.Group == "imports").Title.ShouldBe($"{word}.csv");

        var administrator = await Found(await app.SignedIn("unitAdministrator", unit), word);
        administrator.Single(found => found.Group == "accounts").Title.ShouldBe($"{word}王");
        (await Found(await app.SignedIn("custodian", unit), word)).ShouldNotContain(found => found.Group == "imports" || found.Group == "accounts");
        (await Found(await app.SignedIn("reviewer", bureau), word)).Count(found => found.Group == "instruments").ShouldBe(2);
        (await Found(await app.SignedIn("policyOfficer"), word)).Count(found => found.Group == "units").ShouldBe(2);
        (await Found(await app.SignedIn("liaison"), word)).ShouldBeEmpty();
        await (await app.SignedIn("expert")).Get<object>("/api/find?q=x").ShouldBeRefused(403, "permission.missing");
    }

    [Fact]
    public async Task An_inventory_number_finds_its_instrument_in_every_state()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var number = $"ZC{Some.Number():D7}";
        var saved = await (await app.SignedIn("liaison", unit)).Registered(with: record => record.AssetNumber = number);

        foreach (var person in new[] { await app.SignedIn("liaison", unit), await app.SignedIn("reviewer", bureau), await app.SignedIn("policyOfficer") })
            (await Found(person, number)).ShouldHaveSingleItem().Id.ShouldBe(saved.Id);
    }

    [Fact]
    public async Task A_group_shows_the_first_few_and_says_that_there_are_more()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var word = $"多{Some.Number()}";
        for (var i = 0; i < Finder.MostOfAGroup + 2; i++) await liaison.Registered($"{word} {i}");

        var answer = await liaison.Get<FoundList>($"/api/find?q={Uri.EscapeDataString(word)}");

        answer.Items.Count.ShouldBe(Finder.MostOfAGroup);
        answer.More.ShouldBe(["instruments"]);
        liaison.Statements.ShouldBeLessThanOrEqualTo(7);
        (await Found(liaison, " ")).ShouldBeEmpty();
    }

    static async Task<IReadOnlyList<Found>> Found(Client person, string text) => (await person.Get<FoundList>($"/api/find?q={Uri.EscapeDataString(text)}")).Items;
}
