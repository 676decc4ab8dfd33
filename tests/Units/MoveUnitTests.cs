using Modular.Instruments;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class MoveUnitTests(App app)
{
    [Fact]
    public async Task A_unit_goes_to_another_department_with_its_people_and_instruments()
    {
        var (from, to) = (await app.Supervisor(), await app.Supervisor());
        var unit = await app.Unit(from);
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var instrument = await administrator.Post<SavedInstrument>("/api/instruments", Some.Instrument());
        var officer = await app.SignedIn("policyOfficer");

        await officer.Post($"/api/units/managing-units/{unit.Id}/move", new MoveUnit(to.Id, Some.Decision, 1));
        await app.DeliverEvents();
        await app.DeliverEvents();

        (await (await app.SignedIn("reviewer", to)).Get<Page<InstrumentRow>>("/api/instruments")).Items.Single().Id.ShouldBe(instrument.Id);
        (await (await app.SignedIn("reviewer", from)).Get<Page<InstrumentRow>>("/api/instruments")).Total.ShouldBe(0);
        (await administrator.Get<Page<InstrumentRow>>("/api/instruments")).Items.Single().Id.ShouldBe(instrument.Id);
        var step = (await administrator.Get<Page<RevisionRow>>($"/api/instruments/{instrument.Id}/history")).Items[0];
        (step.Action, step.Reason).ShouldBe(("unitMoved", $"{from.Name} → {to.Name} · reform"));
        var happened = (await administrator.Get<Page<UnitEventRow>>($"/api/units/managing-units/{unit.Id}/history")).Items[0];
        (happened.Kind, happened.Before, happened.After, happened.DecidedBy).ShouldBe((UnitEventKind.Moved, from.Name, to.Name, Some.Decision.DecidedBy));
    }

    // What was done before the move is told under the path of its day; the unit and its new department read it all the same.
    [Fact]
    public async Task What_was_done_before_stays_in_the_trail_of_the_unit_and_of_those_it_came_to()
    {
        var (from, to) = (await app.Supervisor(), await app.Supervisor());
        var unit = await app.Unit(from);
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var instrument = await administrator.Post<SavedInstrument>("/api/instruments", Some.Instrument());
        await (await app.SignedIn("policyOfficer")).Post($"/api/units/managing-units/{unit.Id}/move", new MoveUnit(to.Id, Some.Decision, 1));

        async Task<int> Lines(Client by) => (await by.Get<Page<AuditRow>>($"/api/instruments/audit?subject={instrument.Id}&action=instrument.registered")).Total;
        (await Lines(administrator)).ShouldBe(1);
        (await Lines(await app.SignedIn("reviewer", to))).ShouldBe(1);
        (await Lines(await app.SignedIn("reviewer", from))).ShouldBe(1, "they answered for it then");
        (await Lines(await app.SignedIn("unitAdministrator", await app.Unit(to)))).ShouldBe(0);
        System.Text.Encoding.UTF8.GetString(await administrator.Download("/api/instruments/audit/export?format=csv")).ShouldContain(instrument.Id.ToString());
    }

    // Audit lines bear the path: whoever came after must not read what the former unit did.
    [Fact]
    public async Task The_place_it_left_is_given_to_nobody()
    {
        var (from, to) = (await app.Supervisor(), await app.Supervisor());
        var unit = await app.Unit(from);
        var officer = await app.SignedIn("policyOfficer");
        await officer.Post($"/api/units/managing-units/{unit.Id}/move", new MoveUnit(to.Id, Some.Decision, 1));

        var next = await officer.Post<RegisteredOrganisation>("/api/units/managing-units", Some.Unit(from));

        (await app.Stored<Organisation>(next.Id))!.Path.ShouldNotBe(unit.Path);
    }

    [Fact]
    public async Task Not_to_where_it_stands_not_to_a_foreign_department_not_by_a_stale_view()
    {
        var from = await app.Supervisor();
        var unit = await app.Unit(from);
        var officer = await app.SignedIn("policyOfficer");
        var address = $"/api/units/managing-units/{unit.Id}/move";

        await officer.Post(address, new MoveUnit(from.Id, Some.Decision, 1)).ShouldBeRefused(422, "unit.same-supervisor");
        await (await app.SignedIn("reviewer", from)).Post(address, new MoveUnit((await app.Supervisor()).Id, Some.Decision, 1)).ShouldBeRefused(422, "unit.not-a-supervisor");
        await officer.Post(address, new MoveUnit((await app.Supervisor()).Id, Some.Decision, 9)).ShouldBeRefused(409, "unit.changed-meanwhile");
        await officer.Post(address, new MoveUnit(from.Id, Some.Decision with { Reason = "", On = App.Soon }, 1)).ShouldBeRefused(400, "request.invalid");
    }
}
