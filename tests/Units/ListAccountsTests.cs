using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListAccountsTests(App app)
{
    const string Address = "/api/units/accounts";

    [Fact]
    public async Task A_supervisor_administers_its_own_people_and_those_of_its_units()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var person = await app.Account(unit, ["liaison"]);
        await app.Account(await app.Unit(), ["liaison"]);

        var page = await (await app.SignedIn("reviewer", bureau)).Get<Page<AccountRow>>(Address);

        page.Total.ShouldBe(2);
        page.Items.ShouldContain(row => row.Id == person.Id);
    }

    [Fact]
    public async Task Accounts_are_narrowed_by_role_organisation_state_and_name()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var custodian = await app.Account(unit, ["custodian"]);
        var disabled = await app.Account(unit, ["liaison"], a => a.Disabled = true);
        var reviewer = await app.SignedIn("reviewer", bureau);

        (await reviewer.Get<Page<AccountRow>>($"{Address}?role=custodian")).Items.ShouldHaveSingleItem().Id.ShouldBe(custodian.Id);
        (await reviewer.Get<Page<AccountRow>>($"{Address}?disabled=true")).Items.ShouldHaveSingleItem().Id.ShouldBe(disabled.Id);
        (await reviewer.Get<Page<AccountRow>>($"{Address}?organisationId={unit.Id}")).Total.ShouldBe(2);
        (await reviewer.Get<Page<AccountRow>>($"{Address}?search={custodian.UserName}")).Items.ShouldHaveSingleItem().Id.ShouldBe(custodian.Id);
    }

    [Fact]
    public async Task A_liaison_administers_nobody() => await (await app.SignedIn("liaison")).Get<object>(Address).ShouldBeRefused(403, "permission.missing");
}
