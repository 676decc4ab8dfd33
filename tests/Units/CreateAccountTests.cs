using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class CreateAccountTests(App app)
{
    const string Address = "/api/units/accounts";

    [Fact]
    public async Task A_new_person_signs_in_and_has_to_choose_a_password_of_their_own()
    {
        var unit = await app.Unit();
        var request = Person(unit, "custodian");

        await (await app.SignedIn("unitAdministrator", unit)).Post(Address, request);

        var session = await app.Anonymous().Post<CurrentSession>("/api/units/session", new StartSession(request.UserName, request.Password));
        session.Account!.MustChangePassword.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_user_name_is_given_once_however_it_is_written()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var request = Person(unit, "custodian");
        await administrator.Post(Address, request);

        await administrator.Post(Address, request with { UserName = request.UserName.ToUpperInvariant() }).ShouldBeRefused(409, "account.user-name-taken");
    }

    // U-11: a role belongs to a tier, and nobody gives more than they have.
    [Fact]
    public async Task Roles_of_another_tier_are_refused()
    {
        var unit = await app.Unit();

        await (await app.SignedIn("unitAdministrator", unit)).Post(Address, Person(unit, "policyOfficer")).ShouldBeRefused(422, "account.role-of-other-tier");
    }

    [Fact]
    public async Task A_supervisor_gives_its_units_an_administrator()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);

        await (await app.SignedIn("reviewer", bureau)).Post(Address, Person(unit, "unitAdministrator"));
    }

    [Fact]
    public async Task Nobody_creates_accounts_in_organisations_of_others()
    {
        var foreign = await app.Unit();

        await (await app.SignedIn("unitAdministrator")).Post(Address, Person(foreign, "liaison")).ShouldBeRefused(404, "organisation.not-found");
    }

    [Fact]
    public async Task Name_role_and_a_strong_password_are_needed()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);

        var refusal = await administrator.Post(Address, new CreateAccount(unit.Id, "a b", "", ["king"], "")).ShouldBeRefused(400, "request.invalid");
        refusal.Errors.Keys.ShouldBe(["userName", "displayName", "roles", "password"], ignoreOrder: true);
        await administrator.Post(Address, Person(unit, "liaison") with { Password = "short" }).ShouldBeRefused(400, "password.refused");
    }

    static CreateAccount Person(Organisation organisation, string role) => new(organisation.Id, $"new.person{Some.Number()}", "New person", [role], "First#Pass1");
}
