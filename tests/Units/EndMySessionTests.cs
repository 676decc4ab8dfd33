using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class EndMySessionTests(App app)
{
    const string Address = "/api/units/account/sessions";

    [Fact]
    public async Task A_session_left_open_elsewhere_is_ended_from_here()
    {
        var account = await app.Account(await app.Unit(), ["liaison"]);
        var here = await app.SignIn(account);
        var elsewhere = await app.SignIn(account);
        var other = (await here.Get<IReadOnlyList<MySession>>(Address)).Single(session => !session.Current);

        await here.Delete($"{Address}/{other.Id}");

        await elsewhere.Get<object>(Address).ShouldBeRefused(401, "session.required");
        (await here.Get<IReadOnlyList<MySession>>(Address)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Other_peoples_sessions_are_as_good_as_missing()
    {
        var neighbour = await app.SignedIn("liaison");
        var theirs = (await neighbour.Get<IReadOnlyList<MySession>>(Address)).Single();
        var me = await app.SignedIn("liaison");

        await me.Delete($"{Address}/{theirs.Id}").ShouldBeRefused(404, "session.not-found");
        await neighbour.Get<object>(Address);
    }
}
