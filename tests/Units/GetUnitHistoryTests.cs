using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class GetUnitHistoryTests(App app)
{
    // U-4: the liaison is kept current, and each change of it is logged.
    [Fact]
    public async Task Names_and_liaisons_are_kept_as_they_were()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var facts = Some.UnitFacts("New name") with { ContactName = "Li Na", ContactPhone = "0471-1" };

        await administrator.Put($"/api/units/managing-units/{unit.Id}", new EditManagingUnit(facts, 1));

        var history = (await administrator.Get<Page<UnitEventRow>>($"/api/units/managing-units/{unit.Id}/history")).Items;
        history.Count.ShouldBe(3);
        var renamed = history.Single(e => e.Kind == UnitEventKind.Renamed);
        (renamed.Before, renamed.After).ShouldBe((unit.Name, "New name"));
        var liaison = history.Single(e => e.Kind == UnitEventKind.LiaisonChanged);
        (liaison.Before, liaison.After).ShouldBe(("Wang Li 0471-1234567", "Li Na 0471-1"));
    }

    [Fact]
    public async Task A_foreign_units_history_is_as_good_as_missing()
    {
        var unit = await app.Unit();

        await (await app.SignedIn("unitAdministrator")).Get<object>($"/api/units/managing-units/{unit.Id}/history").ShouldBeRefused(404, "unit.not-found");
    }
}
