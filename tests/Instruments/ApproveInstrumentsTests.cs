using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Instruments;
using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ApproveInstrumentsTests(App app)
{
    const string Address = "/api/instruments/approve";

    // I-4: submitted → on the platform.
    [Fact]
    public async Task What_the_supervisor_approves_is_listed_from_today()
    {
        var bureau = await app.Supervisor();
        var submitted = await (await app.SignedIn("liaison", await app.Unit(bureau))).Submitted();

        var report = await (await app.SignedIn("reviewer", bureau)).Post<BulkReport>(Address, new ApproveInstruments(Registry.Items(submitted)));

        report.Done.ShouldBe(1);
        var instrument = (await app.Stored<Instrument>(submitted.Id))!;
        (instrument.LifeCycle, instrument.ListedOn).ShouldBe((LifeCycle.Listed, app.Clock.Today()));
        var told = await app.InDatabase<InstrumentsDb, List<OutboxMessage>>(db => db.Outbox.Where(m => m.Aggregate == submitted.Id).ToListAsync());
        told.ShouldContain(message => message.Type == typeof(InstrumentListed).FullName);
    }

    [Fact]
    public async Task Drafts_are_not_approved()
    {
        var bureau = await app.Supervisor();
        var draft = await (await app.SignedIn("liaison", await app.Unit(bureau))).Registered();

        var report = await (await app.SignedIn("reviewer", bureau)).Post<BulkReport>(Address, new ApproveInstruments(Registry.Items(draft)));

        report.Rows.Single().Code.ShouldBe("instrument.cannot-approve");
    }

    [Fact]
    public async Task A_supervisor_approves_nothing_of_other_supervisors_and_a_unit_not_even_its_own()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var submitted = await (await app.SignedIn("liaison", unit)).Submitted();

        var report = await (await app.SignedIn("reviewer")).Post<BulkReport>(Address, new ApproveInstruments(Registry.Items(submitted)));
        report.Rows.Single().Code.ShouldBe("instrument.not-found");
        await (await app.SignedIn("unitAdministrator", unit)).Post(Address, new ApproveInstruments(Registry.Items(submitted))).ShouldBeRefused(403, "permission.missing");
    }
}
