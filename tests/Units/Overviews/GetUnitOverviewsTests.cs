using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class GetUnitOverviewsTests(App app)
{
    [Fact]
    public async Task It_shows_every_year_what_the_register_offers_and_who_corrected_what()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        await liaison.Enter(Some.StaffFacts() with { LeftOn = new DateOnly(2024, 7, 1) });
        await liaison.Enter(Some.StaffFacts() with { JoinedOn = new DateOnly(2024, 12, 31) });
        await liaison.Enter(Some.StaffFacts() with { FullTime = false });
        var address = $"/api/units/managing-units/{unit.Id}/overviews";
        await liaison.Put($"{address}/2023", new FillUnitOverview(100, 1, null, 0));
        await liaison.Put($"{address}/2023", new FillUnitOverview(120, 2, "agency", 1));

        var book = await liaison.Get<OverviewBook>(address);

        var thisYear = app.Clock.Today().Year;
        book.Years.Select(year => year.Year).ShouldBe(Enumerable.Range(2023, thisYear - 2022).Reverse());
        book.Years[0].ShouldSatisfyAllConditions(y => y.Version.ShouldBe(0), y => y.RoomArea.ShouldBeNull(), y => y.RegisterCount.ShouldBe(1));
        book.Years.Single(y => y.Year == 2023).ShouldSatisfyAllConditions(
            y => (y.RoomArea, y.Technicians, y.Offered, y.RegisterCount, y.Version).ShouldBe((120, 2, 1, 1, 2)), y => y.Revisions.Select(r => r.RoomArea).ShouldBe([120, 100]));
        await (await app.SignedIn("liaison")).Get<OverviewBook>(address).ShouldBeRefused(404, "unit.not-found");
    }
}
