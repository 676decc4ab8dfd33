using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListCarriersTests(App app)
{
    [Theory]
    [InlineData("", 2)]
    [InlineData("kind=facility", 1)]
    [InlineData("lifeCycle=submitted", 1)]
    [InlineData("search=中心甲", 1)]
    [InlineData("regionCode=150100", 2)]
    [InlineData("sort=nameZh", 2)]
    [InlineData("sort=-submittedAt", 2)]
    public async Task Each_tier_finds_those_of_its_subtree(string query, int found)
    {
        var bureau = await app.Supervisor();
        var liaison = await app.SignedIn("liaison", await app.Unit(bureau));
        await liaison.Submit(await liaison.Centre("中心甲"));
        await liaison.Post(Carriers.Address, new RegisterCarrier(null, CarrierType.Facility, Some.Facility()));

        foreach (var person in new[] { liaison, await app.SignedIn("reviewer", bureau) })
            (await person.Get<Page<CarrierRow>>($"{Carriers.Address}?{query}")).Total.ShouldBe(found);
        (await (await app.SignedIn("liaison")).Get<Page<CarrierRow>>($"{Carriers.Address}?{query}")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_row_tells_the_count_and_value_of_its_instruments()
    {
        var liaison = await app.SignedIn("liaison");
        var number = $"L{Some.Number()}";
        await liaison.Centre(with: record => record.Number = number);
        await liaison.Belonging(number);
        await liaison.Belonging(number);

        var row = (await liaison.Get<Page<CarrierRow>>(Carriers.Address)).Items.ShouldHaveSingleItem();

        (row.Number, row.Instruments, row.ValueFen).ShouldBe((number, 2, 770_000_000L));
    }

    // P11
    [Fact]
    public async Task The_list_costs_the_same_statements_however_long_it_is()
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Centre();

        await liaison.ShouldCostTheSame($"{Carriers.Address}?size=200", async () =>
        {
            for (var i = 0; i < 4; i++) await liaison.Centre();
        });
    }
}
