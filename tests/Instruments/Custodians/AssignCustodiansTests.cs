using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Custodians;

// U-11: a custodian is bound to the instruments that run under their name.
public class AssignCustodiansTests(App app)
{
    const string Address = "/api/instruments/custodians";

    [Fact]
    public async Task Custodians_change_theirs_and_read_the_whole_units_list()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var (own, other) = (await liaison.Registered("own"), await liaison.Registered("other"));
        var custodian = await app.Custodian(unit, own);

        (await custodian.Get<Page<InstrumentRow>>("/api/instruments")).Total.ShouldBe(2);
        (await custodian.Get<Page<InstrumentRow>>("/api/instruments?custodian=mine")).Items.ShouldHaveSingleItem().NameZh.ShouldBe("own");
        (await liaison.Get<Page<InstrumentRow>>("/api/instruments?custodian=none")).Items.ShouldHaveSingleItem().NameZh.ShouldBe("other");
        (await liaison.Get<Page<InstrumentRow>>($"/api/instruments?custodian={await custodian.AccountId()}")).Items.ShouldHaveSingleItem().NameZh.ShouldBe("own");
        await liaison.Get<Page<InstrumentRow>>("/api/instruments?custodian=somebody").ShouldBeRefused(400, "request.invalid");
        (await Details(custodian, own)).Actions.ShouldContain("operate");
        (await Details(custodian, other)).Actions.ShouldNotContain("operate");
        (await Details(custodian, own)).Custodians.ShouldHaveSingleItem().AccountId.ShouldBe(await custodian.AccountId());
        await custodian.Post($"/api/instruments/{other.Id}/operating-status", new SetOperatingStatus(OperatingStatus.Idle, null, other.Version)).ShouldBeRefused(403, "instrument.not-entrusted");
    }

    [Fact]
    public async Task Who_runs_what_is_said_of_many_at_once_and_taken_back()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var instruments = new[] { await liaison.Registered(), await liaison.Registered() };
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var (one, other) = (await (await app.SignedIn("custodian", unit)).AccountId(), await (await app.SignedIn("custodian", unit)).AccountId());
        async Task<int> Names(CustodianChange change, params Guid[] people)
        {
            (await administrator.Post<BulkReport>(Address, new AssignCustodians(change, people, Registry.Items(instruments)))).Done.ShouldBe(2);
            return (await Details(administrator, instruments[1])).Custodians.Count;
        }

        (await Names(CustodianChange.Add, one)).ShouldBe(1);
        (await Names(CustodianChange.Add, one, other)).ShouldBe(2);
        (await Names(CustodianChange.Remove, one)).ShouldBe(1);
        (await Names(CustodianChange.Replace, one)).ShouldBe(1);
        (await Details(administrator, instruments[0])).Custodians.Single().AccountId.ShouldBe(one);
        (await Names(CustodianChange.Replace)).ShouldBe(0);
    }

    [Fact]
    public async Task Only_people_of_the_unit_are_named_and_only_its_administrator_names_them()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var saved = await liaison.Registered();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var stranger = await (await app.SignedIn("custodian")).AccountId();

        await administrator.Post<BulkReport>(Address, new AssignCustodians(CustodianChange.Add, [stranger], Registry.Items(saved))).ShouldBeRefused(404, "account.not-found");
        await administrator.Post<BulkReport>(Address, new AssignCustodians(CustodianChange.Add, [], Registry.Items(saved))).ShouldBeRefused(400, "request.invalid");
        await liaison.Post<BulkReport>(Address, new AssignCustodians(CustodianChange.Replace, [], Registry.Items(saved))).ShouldBeRefused(403, "permission.missing");
    }

    static Task<InstrumentDetails> Details(Client person, SavedInstrument saved) => person.Get<InstrumentDetails>($"/api/instruments/{saved.Id}");
}
