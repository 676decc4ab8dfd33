using Modular.Instruments;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class EditManagingUnitTests(App app)
{
    // One figure typed once: the registry shows a unit under its new name.
    [Fact]
    public async Task A_renamed_unit_is_renamed_wherever_its_instruments_stand()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        await administrator.Post<SavedInstrument>("/api/instruments", Some.Instrument());
        var details = await administrator.Get<ManagingUnitDetails>(Address(unit));

        await administrator.Put(Address(unit), new EditManagingUnit(FactsOf(details) with { Name = "New name" }, details.Version));
        await app.DeliverEvents();

        (await administrator.Get<ManagingUnitDetails>(Address(unit))).Name.ShouldBe("New name");
        (await administrator.Get<Page<InstrumentRow>>("/api/instruments")).Items.ShouldHaveSingleItem().UnitName.ShouldBe("New name");
    }

    [Fact]
    public async Task Of_two_who_edit_the_second_is_told()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var details = await administrator.Get<ManagingUnitDetails>(Address(unit));
        await administrator.Put(Address(unit), new EditManagingUnit(FactsOf(details) with { Address = "first" }, details.Version));

        await administrator.Put(Address(unit), new EditManagingUnit(FactsOf(details) with { Address = "second" }, details.Version)).ShouldBeRefused(409, "unit.changed-meanwhile");
    }

    [Fact]
    public async Task Another_units_credit_code_is_refused()
    {
        var other = (await app.Stored<ManagingUnit>((await app.Unit()).Id))!;
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var details = await administrator.Get<ManagingUnitDetails>(Address(unit));

        await administrator.Put(Address(unit), new EditManagingUnit(FactsOf(details) with { CreditCode = other.CreditCode }, details.Version)).ShouldBeRefused(409, "unit.credit-code-taken");
    }

    [Fact]
    public async Task Custodians_and_other_units_edit_nothing()
    {
        var unit = await app.Unit();
        var details = await (await app.SignedIn("liaison", unit)).Get<ManagingUnitDetails>(Address(unit));
        var edit = new EditManagingUnit(FactsOf(details) with { Name = "x" }, details.Version);

        await (await app.SignedIn("custodian", unit)).Put(Address(unit), edit).ShouldBeRefused(403, "permission.missing");
        await (await app.SignedIn("liaison")).Put(Address(unit), edit).ShouldBeRefused(404, "unit.not-found");
    }

    static string Address(Organisation unit) => $"/api/units/managing-units/{unit.Id}";

    static ManagingUnitFacts FactsOf(ManagingUnitDetails d) =>
        new(d.Name, d.CreditCode, d.Kind, d.LeagueCode, d.CentralLevel, d.Address, d.Website, d.ContactName, d.ContactPhone);
}
