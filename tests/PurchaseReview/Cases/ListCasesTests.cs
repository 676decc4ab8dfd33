using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ListCasesTests(App app)
{
    [Theory]
    [InlineData("state=submitted", 1)]
    [InlineData("state=unitEndorsed", 1)]
    [InlineData("search=离心机", 1)]
    [InlineData("search=Carbon", 2)]
    [InlineData("sort=-totalFen", 2)]
    public async Task Each_tier_finds_the_cases_of_its_subtree(string query, int found)
    {
        var us = await Purchases.In(app);
        await us.Submitted();
        await us.UnitEndorsed(Purchases.Wish("离心机"));

        foreach (var person in new[] { us.Liaison, us.Reviewer, us.Centre }) (await person.Get<Page<CaseRow>>($"{Purchases.Address}?{query}")).Total.ShouldBe(found);
        (await (await app.SignedIn("liaison")).Get<Page<CaseRow>>($"{Purchases.Address}?{query}")).Total.ShouldBe(0);
    }

    // P11
    [Fact]
    public async Task The_list_costs_the_same_statements_however_long_it_is()
    {
        var us = await Purchases.In(app);
        await us.Submitted();
        await us.Liaison.ShouldCostTheSame($"{Purchases.Address}?size=200", async () =>
        {
            for (var i = 0; i < 3; i++) await us.Drafted(Purchases.Wish(), Purchases.Wish());
        });
    }

    // the search over everything goes through the same filter.
    [Fact]
    public async Task A_case_is_found_by_the_search_over_everything_where_it_may_be_known()
    {
        var us = await Purchases.In(app);
        var word = $"购{Some.Number()}仪";
        await us.Drafted(Purchases.Wish(word));
        async Task<int> Found(Client person) => (await person.Get<FoundList>($"/api/find?q={Uri.EscapeDataString(word)}")).Items.Count(found => found.Group == "purchases");

        (await Found(us.Liaison), await Found(us.Reviewer)).ShouldBe((1, 0));
        await us.Submitted(Purchases.Wish(word));
        (await Found(us.Reviewer), await Found(await app.SignedIn("reviewer"))).ShouldBe((1, 0));
    }
}
