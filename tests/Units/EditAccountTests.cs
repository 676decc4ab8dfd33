using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class EditAccountTests(App app)
{
    // U-11: what was taken away is gone with the next request.
    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_at_once()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["liaison"]);
        var person = await app.SignIn(account);
        await person.Post("/api/instruments", Some.Instrument());

        await Edit(await app.SignedIn("unitAdministrator", unit), account, ["custodian"]);

        await person.Post("/api/instruments", Some.Instrument()).ShouldBeRefused(403, "permission.missing");
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_cannot_come_back()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["liaison"]);
        var person = await app.SignIn(account);

        await Edit(await app.SignedIn("unitAdministrator", unit), account, ["liaison"], disabled: true);

        await person.Get<object>("/api/instruments").ShouldBeRefused(401, "session.required");
        await app.SignIn(account).ShouldBeRefused(401, "session.refused");
    }

    [Fact]
    public async Task Nobody_raises_or_shuts_themselves()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["unitAdministrator"]);
        var me = await app.SignIn(account);

        await Edit(me, account, ["unitAdministrator", "liaison"]).ShouldBeRefused(422, "account.own");
        await Edit(me, account, ["unitAdministrator"], disabled: true).ShouldBeRefused(422, "account.own");
    }

    [Fact]
    public async Task Of_two_who_edit_the_second_is_told()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["liaison"]);
        var administrator = await app.SignedIn("unitAdministrator", unit);
        await Edit(administrator, account, ["custodian"]);

        await Edit(administrator, account, ["liaison"]).ShouldBeRefused(409, "account.changed-meanwhile");
    }

    [Fact]
    public async Task Accounts_of_other_units_are_as_good_as_missing()
    {
        var account = await app.Account(await app.Unit(), ["liaison"]);

        await Edit(await app.SignedIn("unitAdministrator"), account, ["liaison"]).ShouldBeRefused(404, "account.not-found");
    }

    [Fact]
    public async Task A_unit_gives_no_roles_of_other_tiers_and_none_at_all_is_no_answer()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["liaison"]);
        var administrator = await app.SignedIn("unitAdministrator", unit);

        await Edit(administrator, account, ["nationalOfficer"]).ShouldBeRefused(422, "account.role-of-other-tier");
        await Edit(administrator, account, []).ShouldBeRefused(400, "request.invalid");
    }

    static Task Edit(Client client, Account account, IReadOnlyList<string> roles, bool disabled = false) =>
        client.Put($"/api/units/accounts/{account.Id}", new EditAccount(account.DisplayName, roles, disabled, account.Version));
}
