using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListOverviewsTests(App app)
{
    [Fact]
    public async Task A_supervisor_sees_who_has_filled_the_year_and_who_has_not()
    {
        var bureau = await app.Supervisor();
        var (filled, missing) = (await app.Unit(bureau), await app.Unit(bureau));
        var liaison = await app.SignedIn("liaison", filled);
        await liaison.Put($"/api/units/managing-units/{filled.Id}/overviews/2023", new FillUnitOverview(90, 0, null, 0));
        await liaison.Put($"/api/units/managing-units/{filled.Id}/overviews/2024", new FillUnitOverview(100, 2, "agency", 0));
        var reviewer = await app.SignedIn("reviewer", bureau);

        var all = await reviewer.Get<OverviewPage>("/api/units/overviews?year=2024&sort=-roomArea");
        (all.Total, all.Filled, all.Units, all.Year).ShouldBe((2, 1, 2, 2024));
        all.Items.Single(row => row.UnitId == filled.Id).ShouldSatisfyAllConditions(
            row => row.RoomArea.ShouldBe(100), row => row.RoomAreaBefore.ShouldBe(90), row => row.Reason.ShouldBe("agency"), row => row.SupervisorName.ShouldBe(bureau.Name));
        (await reviewer.Get<OverviewPage>("/api/units/overviews?year=2024&filled=false")).Items.Single().ShouldSatisfyAllConditions(row => row.UnitId.ShouldBe(missing.Id), row => row.RoomArea.ShouldBeNull());
        (await reviewer.Get<OverviewPage>("/api/units/overviews")).Year.ShouldBe(app.Clock.Today().Year - 1);
        (await (await app.SignedIn("reviewer")).Get<OverviewPage>("/api/units/overviews?year=2024")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task It_costs_the_same_however_many_units_there_are()
    {
        var bureau = await app.Supervisor();
        await app.Unit(bureau);
        await (await app.SignedIn("reviewer", bureau)).ShouldCostTheSame("/api/units/overviews", async () =>
        {
            for (var i = 0; i < 3; i++) await app.Unit(bureau);
        });
    }
}
