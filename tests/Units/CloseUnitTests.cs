using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class CloseUnitTests(App app)
{
    [Fact]
    public async Task A_closed_unit_is_read_and_nobody_signs_in_for_it()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["unitAdministrator"]);
        var officer = await app.SignedIn("policyOfficer");

        await officer.Post($"/api/units/managing-units/{unit.Id}/close", new CloseUnit(Some.Decision, 1));

        await app.SignIn(account).ShouldBeRefused(401, "session.refused");
        var details = await officer.Get<ManagingUnitDetails>($"/api/units/managing-units/{unit.Id}");
        (details.ClosedOn, details.MergedIntoId).ShouldBe((Some.Decision.On, null));
        await officer.Post($"/api/units/managing-units/{unit.Id}/close", new CloseUnit(Some.Decision, 2)).ShouldBeRefused(409, "unit.closed");
    }

    [Fact]
    public async Task Nobody_gets_a_new_way_in_for_it()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["liaison"]);
        var officer = await app.SignedIn("policyOfficer");
        await officer.Post($"/api/units/managing-units/{unit.Id}/close", new CloseUnit(Some.Decision, 1));

        await officer.Post("/api/units/accounts", new CreateAccount(unit.Id, $"new{Some.Number()}", "Somebody", ["liaison"], "First#Horse7")).ShouldBeRefused(409, "unit.closed");
        await officer.Put($"/api/units/accounts/{account.Id}", new EditAccount("Somebody", ["liaison"], Disabled: false, 2)).ShouldBeRefused(409, "unit.closed");
    }
}
