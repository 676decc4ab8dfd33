using Modular.Contracts;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListRegionsTests(App app)
{
    [Fact]
    public async Task Everybody_can_read_the_twelve_leagues_and_their_counties()
    {
        var rows = await app.Anonymous().Get<IReadOnlyList<RegionRow>>("/api/units/regions");

        rows.Count(row => row.Level == RegionLevel.LeagueOrCity).ShouldBe(12);
        rows.ShouldAllBe(row => row.Level == RegionLevel.Province || rows.Any(parent => parent.Code == row.ParentCode));
    }
}
