using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListManagingUnitsTests(App app)
{
    const string Address = "/api/units/managing-units";

    [Fact]
    public async Task A_supervisor_sees_its_own_units_and_no_others()
    {
        var bureau = await app.Supervisor();
        var mine = await app.Unit(bureau);
        await app.Unit();

        var page = await (await app.SignedIn("reviewer", bureau)).Get<Page<ManagingUnitRow>>(Address);

        page.Total.ShouldBe(1);
        page.Items.ShouldHaveSingleItem().Id.ShouldBe(mine.Id);
        page.Items[0].SupervisorName.ShouldBe(bureau.Name);
    }

    [Fact]
    public async Task Units_are_found_by_a_part_of_the_name_or_the_beginning_of_the_credit_code()
    {
        var bureau = await app.Supervisor();
        var found = await app.Unit(bureau, name: "草原生态研究所");
        await app.Unit(bureau, name: "城市规划院");
        var code = (await app.Stored<ManagingUnit>(found.Id))!.CreditCode;
        var reviewer = await app.SignedIn("reviewer", bureau);

        (await reviewer.Get<Page<ManagingUnitRow>>($"{Address}?search=生态")).Items.ShouldHaveSingleItem().Id.ShouldBe(found.Id);
        (await reviewer.Get<Page<ManagingUnitRow>>($"{Address}?search={code[..16].ToLowerInvariant()}")).Items.ShouldContain(row => row.Id == found.Id);
        (await reviewer.Get<Page<ManagingUnitRow>>($"{Address}?search=%25")).Total.ShouldBe(0, "a percent sign is a character, not a wildcard");
    }

    [Fact]
    public async Task Pages_sort_and_count_honestly()
    {
        var bureau = await app.Supervisor();
        foreach (var name in new[] { "B", "D", "A", "C", "E" }) await app.Unit(bureau, name);
        var reviewer = await app.SignedIn("reviewer", bureau);

        var first = await reviewer.Get<Page<ManagingUnitRow>>($"{Address}?size=2&sort=-name");
        var last = await reviewer.Get<Page<ManagingUnitRow>>($"{Address}?size=2&page=3&sort=-name");

        first.Items.Select(row => row.Name).ShouldBe(["E", "D"]);
        last.Items.Select(row => row.Name).ShouldBe(["A"]);
        (first.Total, last.Total).ShouldBe((5, 5));
    }

    [Theory]
    [InlineData("sort=password", "list.unknown-sort")]
    [InlineData("kind=Castle", "request.malformed")]
    [InlineData("kind=99", "request.malformed")]
    [InlineData("page=x", "request.malformed")]
    public async Task What_the_list_does_not_know_is_refused(string query, string code) =>
        await (await app.SignedIn("reviewer")).Get<object>($"{Address}?{query}").ShouldBeRefused(400, code);

    // P11
    [Fact]
    public async Task The_list_costs_the_same_statements_however_long_it_is()
    {
        var bureau = await app.Supervisor();
        await app.Unit(bureau);
        var reviewer = await app.SignedIn("reviewer", bureau);

        await reviewer.ShouldCostTheSame($"{Address}?size=200", async () =>
        {
            for (var i = 0; i < 10; i++) await app.Unit(bureau);
        });
    }
}
