using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ExportOverviewsTests(App app)
{
    [Fact]
    public async Task It_holds_what_is_filtered_and_no_formula()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        await app.Unit(bureau);
        await (await app.SignedIn("liaison", unit)).Put($"/api/units/managing-units/{unit.Id}/overviews/2024", new FillUnitOverview(100.5m, 2, "=1+1", 0));

        var lines = System.Text.Encoding.UTF8.GetString(await (await app.SignedIn("reviewer", bureau)).Download("/api/units/overviews/export?format=csv&year=2024&filled=true")).Trim().Split("\r\n");

        lines.Length.ShouldBe(2);
        lines[1].ShouldSatisfyAllConditions(() => lines[1].ShouldContain(unit.Name), () => lines[1].ShouldContain("100.5"), () => lines[1].ShouldContain("'=1+1"));
    }
}
