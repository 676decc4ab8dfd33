using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class EndSessionsOfAccountTests(App app)
{
    [Fact]
    public async Task An_administrator_signs_somebody_out_everywhere()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["liaison"]);
        var first = await app.SignIn(account);
        var second = await app.SignIn(account);

        var ended = await (await app.SignedIn("unitAdministrator", unit)).Post<EndedSessions>($"/api/units/accounts/{account.Id}/end-sessions");

        ended.Ended.ShouldBe(2);
        await first.Get<object>("/api/instruments").ShouldBeRefused(401, "session.required");
        await second.Get<object>("/api/instruments").ShouldBeRefused(401, "session.required");
    }

    [Fact]
    public async Task Foreign_accounts_are_as_good_as_missing()
    {
        var account = await app.Account(await app.Unit(), ["liaison"]);

        await (await app.SignedIn("unitAdministrator")).Post($"/api/units/accounts/{account.Id}/end-sessions").ShouldBeRefused(404, "account.not-found");
    }
}
