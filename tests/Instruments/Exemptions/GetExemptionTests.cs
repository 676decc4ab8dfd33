using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetExemptionTests(App app)
{
    // what was stated stays as it was stated.
    [Fact]
    public async Task Later_changes_of_the_registry_do_not_change_a_statement()
    {
        var us = await Statements.In(app);
        var declared = await us.Declared();
        await us.Liaison.Put($"/api/instruments/{us.Instrument.Id}", new EditInstrument(Some.Record("renamed"), us.Instrument.Version));

        (await us.Read(declared)).Instruments.Single().NameZh.ShouldBe("old microscope");
    }

    [Fact]
    public async Task Everybody_is_offered_what_they_may_do_and_strangers_find_nothing()
    {
        var us = await Statements.In(app);
        var declared = await us.Declared();
        async Task<IReadOnlyList<string>> Offered(Client person) => (await person.Get<ExemptionDetails>($"{Statements.Address}/{declared.Id}")).Actions;

        (await Offered(us.Liaison)).ShouldBe(["withdraw"]);
        (await Offered(us.Reviewer)).ShouldBe(["review"]);
        (await Offered(us.Officer)).ShouldBeEmpty();
        await (await app.SignedIn("liaison")).Get<object>($"{Statements.Address}/{declared.Id}").ShouldBeRefused(404, "exemption.not-found");
    }

    //
    [Fact]
    public async Task Every_step_leaves_its_line_in_the_audit_trail()
    {
        var us = await Statements.In(app);
        var filed = await us.OnRecord();

        var lines = await us.Officer.Get<Page<AuditRow>>($"/api/instruments/audit?subject={filed.Id}");
        lines.Items.Select(line => line.Action).ShouldBe(["exemption.filed", "exemption.endorsed", "exemption.submitted"]);
    }

    // The statement stays with its unit, wherever that goes.
    [Fact]
    public async Task A_statement_goes_along_when_its_unit_moves()
    {
        var us = await Statements.In(app);
        var declared = await us.Declared();
        var elsewhere = await app.Supervisor(us.Region);
        var unit = (await app.Stored<Modular.Units.ManagingUnit>(us.Unit.Id))!;

        await us.Officer.Post($"/api/units/managing-units/{us.Unit.Id}/move", new Modular.Units.MoveUnit(elsewhere.Id, Some.Decision, unit.Version));
        await app.DeliverEvents();

        (await (await app.SignedIn("reviewer", elsewhere)).Get<ExemptionDetails>($"{Statements.Address}/{declared.Id}")).Actions.ShouldBe(["review"]);
        await us.Reviewer.Get<object>($"{Statements.Address}/{declared.Id}").ShouldBeRefused(404, "exemption.not-found");
    }
}
