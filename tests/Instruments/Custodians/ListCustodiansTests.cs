using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Custodians;

public class ListCustodiansTests(App app)
{
    [Fact]
    public async Task The_units_people_stand_with_how_many_run_under_their_name()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var custodian = await app.Custodian(unit, await liaison.Registered(), await liaison.Registered());
        await app.SignedIn("custodian");

        var people = await (await app.SignedIn("unitAdministrator", unit)).Get<IReadOnlyList<CustodianInList>>("/api/instruments/custodians");

        people.Single(p => p.Instruments > 0).ShouldSatisfyAllConditions(p => p.Instruments.ShouldBe(2), p => p.Roles.ShouldBe(["custodian"]));
        people.ShouldContain(p => p.Roles.Contains("liaison") && p.Instruments == 0);
        people.Single(p => p.Instruments > 0).AccountId.ShouldBe(await custodian.AccountId());
        await liaison.Get<IReadOnlyList<CustodianInList>>("/api/instruments/custodians").ShouldBeRefused(403, "permission.missing");
    }
}
