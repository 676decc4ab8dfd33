using Microsoft.EntityFrameworkCore;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class StartSessionTests(App app)
{
    const string Address = "/api/units/session";

    [Fact]
    public async Task Whoever_signs_in_is_told_what_their_role_allows()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["liaison"]);

        var session = await app.Anonymous().Post<CurrentSession>(Address, new StartSession(account.UserName!, App.Password));

        session.Account!.Organisation.Id.ShouldBe(unit.Id);
        session.Account.Permissions.ShouldBe(Roles.PermissionsOf(["liaison"]));
    }

    [Fact]
    public async Task A_wrong_password_and_a_missing_account_are_refused_alike()
    {
        var account = await app.Account(await app.Unit(), ["liaison"]);
        var nobody = app.Anonymous();

        var wrong = await nobody.Post(Address, new StartSession(account.UserName!, "wrong")).ShouldBeRefused(401, "session.refused");
        var missing = await nobody.Post(Address, new StartSession("nobody-of-that-name", "wrong")).ShouldBeRefused(401, "session.refused");

        Detail(wrong).ShouldBe(Detail(missing));
    }

    [Fact]
    public async Task A_disabled_account_does_not_get_in()
    {
        var account = await app.Account(await app.Unit(), ["liaison"], a => a.Disabled = true);

        await app.SignIn(account).ShouldBeRefused(401, "session.refused");
    }

    // S6: however many guess at once, an account answers to few of them.
    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_waits_half_an_hour()
    {
        var account = await app.Account(await app.Unit(), ["liaison"]);
        var guesses = Enumerable.Range(0, 8).Select(i => app.Anonymous().Post(Address, new StartSession(account.UserName!, $"guess{i}")).ShouldBeRefused(401, "session.refused"));
        await Task.WhenAll(guesses);

        await app.SignIn(account).ShouldBeRefused(401, "session.refused");

        app.Clock.Advance(TimeSpan.FromMinutes(31));
        await app.SignIn(account);
    }

    [Fact]
    public async Task Signing_in_leaves_a_line_in_the_audit_trail()
    {
        var account = await app.Account(await app.Unit(), ["liaison"]);

        await app.SignIn(account);

        var lines = await app.InDatabase<UnitsDb, List<AuditEntry>>(db => db.Audit.Where(e => e.Subject == account.Id).ToListAsync());
        lines.ShouldHaveSingleItem().Action.ShouldBe("session.started");
    }

    // Somebody else knows the password: until it is changed, it opens nothing.
    [Fact]
    public async Task A_password_chosen_by_somebody_else_opens_nothing_before_it_is_changed()
    {
        var account = await app.Account(await app.Unit(), ["liaison"], a => a.MustChangePassword = true);

        var person = await app.SignIn(account);

        await person.Get<object>("/api/units/managing-units").ShouldBeRefused(403, "permission.missing");
        await person.Put("/api/units/account/password", new ChangePassword(App.Password, "Quite#Other9"));
        await person.Get<object>("/api/units/managing-units");
    }

    [Fact]
    public async Task A_password_older_than_ninety_days_has_to_be_changed()
    {
        var account = await app.Account(await app.Unit(), ["liaison"], a => a.PasswordChangedAt = app.Clock.GetUtcNow().AddDays(-91));

        var session = await app.Anonymous().Post<CurrentSession>(Address, new StartSession(account.UserName!, App.Password));

        session.Account!.MustChangePassword.ShouldBeTrue();
        session.Account.Permissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Name_and_password_are_needed()
    {
        var refusal = await app.Anonymous().Post(Address, new StartSession("", "")).ShouldBeRefused(400, "request.invalid");

        refusal.Errors.Keys.ShouldBe(["userName", "password"], ignoreOrder: true);
    }

    static string Detail(Refusal refusal) => refusal.Message[..refusal.Message.IndexOf("traceId", StringComparison.Ordinal)];
}
