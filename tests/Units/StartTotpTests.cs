using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class StartTotpTests(App app)
{
    [Fact]
    public async Task A_secret_is_handed_out_against_the_password_and_kept_protected()
    {
        var account = await app.Account(await app.Supervisor(), ["reviewer"]);
        var person = await app.SignIn(account);

        await person.Post("/api/units/account/totp", new StartTotp("Wrong#Horse7")).ShouldBeRefused(422, "password.wrong-current");
        var started = await person.Post<StartedTotp>("/api/units/account/totp", new StartTotp(App.Password));

        started.Secret.Length.ShouldBe(32);
        started.Address.ShouldStartWith("otpauth://totp/");
        started.Address.ShouldContain(started.Secret);
        (await app.Stored<Account>(account.Id))!.TotpSecret!.ShouldNotContain(started.Secret);
        // Not confirmed yet: signing in goes on as before.
        await app.SignIn(account);
    }

    [Fact]
    public async Task What_is_set_up_is_not_set_up_again()
    {
        var account = await app.Account(await app.Supervisor(), ["reviewer"]);
        var person = await app.SignIn(account);
        await app.SetUpTotp(account, person);

        await person.Post("/api/units/account/totp", new StartTotp(App.Password)).ShouldBeRefused(409, "totp.set-up");
        await person.Post("/api/units/account/totp/confirm", new ConfirmTotp("123456")).ShouldBeRefused(409, "totp.set-up");
    }
}
