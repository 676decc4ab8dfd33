using Modular.Units;
using Xunit;

namespace Modular.Tests.Units;

public class RemoveTotpTests(App app)
{
    const string Address = "/api/units/account/totp/remove";

    [Fact]
    public async Task It_is_turned_off_with_password_and_code()
    {
        var account = await app.Account(await app.Supervisor(), ["reviewer"]);
        var person = await app.SignIn(account);
        await person.Post(Address, new RemoveTotp(App.Password, "123456")).ShouldBeRefused(409, "totp.not-started");
        var (_, recovery) = await app.SetUpTotp(account, person);

        await person.Post(Address, new RemoveTotp("Wrong#Horse7", recovery[0])).ShouldBeRefused(422, "password.wrong-current");
        await person.Post(Address, new RemoveTotp(App.Password, "000000")).ShouldBeRefused(422, "totp.code-wrong");
        await person.Post(Address, new RemoveTotp(App.Password, recovery[0]));

        await app.SignIn(account);
    }
}
