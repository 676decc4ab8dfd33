using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class GetTotpTests(App app)
{
    [Fact]
    public async Task One_sees_whether_it_is_on_and_how_many_recovery_codes_are_left()
    {
        var account = await app.Account(await app.Supervisor(), ["reviewer"]);
        var person = await app.SignIn(account);
        (await person.Get<TotpState>("/api/units/account/totp")).ShouldBe(new TotpState(null, Required: false, 0));
        var (_, recovery) = await app.SetUpTotp(account, person);

        await app.Anonymous().Post("/api/units/session", new StartSession(account.UserName!, App.Password, recovery[0]));

        var state = await person.Get<TotpState>("/api/units/account/totp");
        (state.Since is null, state.RecoveryCodesLeft).ShouldBe((false, SecondFactor.RecoveryCodes - 1));
    }
}
