using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class SetOperatingStatusTests(App app)
{
    [Fact]
    public async Task A_custodian_standing_at_the_instrument_reports_a_fault()
    {
        var unit = await app.Unit();
        var draft = await (await app.SignedIn("liaison", unit)).Registered();

        await (await app.SignedIn("custodian", unit)).Post(Address(draft), new SetOperatingStatus(OperatingStatus.UnderRepair, "No vacuum", draft.Version));

        (await app.Stored<Instrument>(draft.Id))!.OperatingStatus.ShouldBe(OperatingStatus.UnderRepair);
    }

    [Fact]
    public async Task A_stale_version_or_a_foreign_instrument_is_refused()
    {
        var unit = await app.Unit();
        var draft = await (await app.SignedIn("liaison", unit)).Registered();
        var change = new SetOperatingStatus(OperatingStatus.Idle, null, draft.Version);

        await (await app.SignedIn("custodian", unit)).Post(Address(draft), change with { Version = 9 }).ShouldBeRefused(409, "instrument.changed-meanwhile");
        await (await app.SignedIn("custodian")).Post(Address(draft), change).ShouldBeRefused(404, "instrument.not-found");
        await (await app.SignedIn("nationalOfficer")).Post(Address(draft), change).ShouldBeRefused(403, "permission.missing");
    }

    static string Address(SavedInstrument instrument) => $"/api/instruments/{instrument.Id}/operating-status";
}
