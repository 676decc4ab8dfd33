using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ChangePasswordTests(App app)
{
    const string Address = "/api/units/account/password";

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_takes_the_place_of_the_old_one()
    {
        var account = await app.Account(await app.Unit(), ["liaison"]);
        var here = await app.SignIn(account);
        var elsewhere = await app.SignIn(account);

        await here.Put(Address, new ChangePassword(App.Password, "Quite#Other9"));

        await elsewhere.Get<object>("/api/units/account/sessions").ShouldBeRefused(401, "session.required");
        await here.Get<object>("/api/units/account/sessions");
        await app.SignIn(account).ShouldBeRefused(401, "session.refused");
        await app.SignIn(account, "Quite#Other9");
    }

    [Fact]
    public async Task The_present_password_is_needed()
    {
        var person = await app.SignedIn("liaison");

        var refusal = await person.Put(Address, new ChangePassword("not mine", "Quite#Other9")).ShouldBeRefused(422, "password.wrong-current");

        refusal.Errors.ShouldContainKey("currentPassword");
    }

    [Theory]
    [InlineData("Sh0rt#", "password.too-short")]
    [InlineData("onlysmallletters", "password.too-plain")]
    [InlineData("Admin@123", "password.common")]
    public async Task A_weak_password_is_refused_with_the_rule_it_breaks(string weak, string code)
    {
        var person = await app.SignedIn("liaison");

        var refusal = await person.Put(Address, new ChangePassword(App.Password, weak)).ShouldBeRefused(400, "password.refused");

        refusal.Errors["newPassword"].ShouldContain(fault => fault.Code == code);
    }

    [Fact]
    public async Task The_password_must_not_contain_the_accounts_name()
    {
        var account = await app.Account(await app.Unit(), ["liaison"]);
        var person = await app.SignIn(account);

        var refusal = await person.Put(Address, new ChangePassword(App.Password, $"X#9{account.UserName}")).ShouldBeRefused(400, "password.refused");

        refusal.Errors["newPassword"].ShouldContain(fault => fault.Code == "password.contains-name");
    }
}
