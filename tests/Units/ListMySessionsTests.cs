using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListMySessionsTests(App app)
{
    [Fact]
    public async Task I_see_my_own_sessions_and_which_of_them_this_is()
    {
        var account = await app.Account(await app.Unit(), ["liaison"]);
        var here = await app.SignIn(account);
        await app.SignIn(account);
        await app.SignedIn("liaison", account.Organisation);

        var sessions = await here.Get<IReadOnlyList<MySession>>("/api/units/account/sessions");

        sessions.Count.ShouldBe(2);
        sessions.Count(session => session.Current).ShouldBe(1);
    }
}
