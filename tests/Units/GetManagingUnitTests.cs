using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class GetManagingUnitTests(App app)
{
    [Fact]
    public async Task A_unit_is_shown_with_its_facts_and_how_many_people_can_sign_in()
    {
        var unit = await app.Unit();
        var person = await app.SignedIn("liaison", unit);
        await app.Account(unit, ["custodian"], a => a.Disabled = true);

        var details = await person.Get<ManagingUnitDetails>($"/api/units/managing-units/{unit.Id}");

        details.Name.ShouldBe(unit.Name);
        details.Accounts.ShouldBe(1);
    }

    [Fact]
    public async Task A_foreign_unit_is_as_good_as_missing()
    {
        var foreign = await app.Unit();
        var person = await app.SignedIn("liaison");

        await person.Get<object>($"/api/units/managing-units/{foreign.Id}").ShouldBeRefused(404, "unit.not-found");
        await person.Get<object>($"/api/units/managing-units/{Guid.CreateVersion7()}").ShouldBeRefused(404, "unit.not-found");
    }
}
