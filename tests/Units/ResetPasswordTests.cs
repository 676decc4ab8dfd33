using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ResetPasswordTests(App app)
{
    [Fact]
    public async Task A_forgotten_password_is_replaced_the_lock_opened_and_old_sessions_end()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["liaison"], a => a.LockoutEnd = app.Clock.GetUtcNow().AddMinutes(20));
        var administrator = await app.SignedIn("unitAdministrator", unit);

        await administrator.Post(Address(account), new ResetPassword("Fresh#Pass1"));

        (await app.Anonymous().Post<CurrentSession>("/api/units/session", new StartSession(account.UserName!, "Fresh#Pass1"))).Account!.MustChangePassword.ShouldBeTrue();
    }

    [Fact]
    public async Task Sessions_opened_with_the_old_password_end()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["liaison"]);
        var person = await app.SignIn(account);

        await (await app.SignedIn("unitAdministrator", unit)).Post(Address(account), new ResetPassword("Fresh#Pass1"));

        await person.Get<object>("/api/instruments").ShouldBeRefused(401, "session.required");
    }

    // A stolen session must not get around the question for the present password.
    [Fact]
    public async Task Ones_own_password_is_changed_not_reset()
    {
        var account = await app.Account(await app.Unit(), ["unitAdministrator"]);

        await (await app.SignIn(account)).Post(Address(account), new ResetPassword("Fresh#Pass1")).ShouldBeRefused(422, "account.own");
    }

    [Fact]
    public async Task Foreign_accounts_and_weak_passwords_are_refused()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);

        await administrator.Post(Address(await app.Account(await app.Unit(), ["liaison"])), new ResetPassword("Fresh#Pass1")).ShouldBeRefused(404, "account.not-found");
        await administrator.Post(Address(await app.Account(unit, ["liaison"])), new ResetPassword("weak")).ShouldBeRefused(400, "password.refused");
    }

    static string Address(Account account) => $"/api/units/accounts/{account.Id}/reset-password";
}
