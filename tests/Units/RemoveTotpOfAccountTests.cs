using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class RemoveTotpOfAccountTests(App app)
{
    [Fact]
    public async Task An_administrator_lets_somebody_in_who_lost_the_app()
    {
        var bureau = await app.Supervisor();
        var account = await app.Account(bureau, ["reviewer"]);
        var person = await app.SignIn(account);
        await app.SetUpTotp(account, person);

        await (await app.SignedIn("reviewer", bureau)).Post(Address(account));

        await person.Get<object>("/api/units/managing-units").ShouldBeRefused(401, "session.required");
        await app.SignIn(account);
        (await app.InDatabase<UnitsDb, int>(db => Task.FromResult(db.RecoveryCodes.Count(c => c.AccountId == account.Id)))).ShouldBe(0);
    }

    [Fact]
    public async Task Not_ones_own_and_not_a_foreign_one()
    {
        var account = await app.Account(await app.Supervisor(), ["reviewer"]);

        await (await app.SignIn(account)).Post(Address(account)).ShouldBeRefused(422, "account.own");
        await (await app.SignedIn("reviewer")).Post(Address(account)).ShouldBeRefused(404, "account.not-found");
    }

    static string Address(Account account) => $"/api/units/accounts/{account.Id}/remove-totp";
}
