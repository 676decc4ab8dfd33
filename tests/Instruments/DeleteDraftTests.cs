using Microsoft.EntityFrameworkCore;
using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class DeleteDraftTests(App app)
{
    [Fact]
    public async Task A_draft_is_thrown_away_and_the_audit_trail_keeps_what_it_said()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Registered();

        await liaison.Delete($"/api/instruments/{draft.Id}?version={draft.Version}");

        (await app.Stored<Instrument>(draft.Id)).ShouldBeNull();
        var lines = await app.InDatabase<InstrumentsDb, List<AuditEntry>>(db => db.Audit.Where(e => e.Subject == draft.Id).ToListAsync());
        lines.Single(line => line.Action == "instrument.deleted").Before!.ShouldContain("JSM-7800F");
    }

    [Fact]
    public async Task What_was_submitted_stays()
    {
        var liaison = await app.SignedIn("liaison");
        var submitted = await liaison.Submitted();

        await liaison.Delete($"/api/instruments/{submitted.Id}?version={submitted.Version}").ShouldBeRefused(409, "instrument.cannot-delete");
    }

    [Fact]
    public async Task A_draft_that_was_changed_meanwhile_or_is_foreign_stays()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Registered();

        await liaison.Delete($"/api/instruments/{draft.Id}?version=9").ShouldBeRefused(409, "instrument.changed-meanwhile");
        await (await app.SignedIn("liaison")).Delete($"/api/instruments/{draft.Id}?version={draft.Version}").ShouldBeRefused(404, "instrument.not-found");
    }
}
