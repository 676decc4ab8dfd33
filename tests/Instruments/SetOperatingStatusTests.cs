using Modular.Instruments;
using Modular.Shared;
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

        await (await app.Custodian(unit, draft)).Post(Address(draft), new SetOperatingStatus(OperatingStatus.UnderRepair, "No vacuum", draft.Version));

        (await app.Stored<Instrument>(draft.Id))!.OperatingStatus.ShouldBe(OperatingStatus.UnderRepair);
    }

    [Fact]
    public async Task A_stale_version_or_a_foreign_instrument_is_refused()
    {
        var unit = await app.Unit();
        var draft = await (await app.SignedIn("liaison", unit)).Registered();
        var change = new SetOperatingStatus(OperatingStatus.Idle, null, draft.Version);

        await (await app.Custodian(unit, draft)).Post(Address(draft), change with { Version = 9 }).ShouldBeRefused(409, "instrument.changed-meanwhile");
        await (await app.SignedIn("custodian")).Post(Address(draft), change).ShouldBeRefused(404, "instrument.not-found");
        await (await app.SignedIn("nationalOfficer")).Post(Address(draft), change).ShouldBeRefused(403, "permission.missing");
    }

    [Fact]
    public async Task Since_when_and_until_when_are_kept_and_must_make_sense()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Registered();
        var today = app.Clock.Today();
        var fault = new SetOperatingStatus(OperatingStatus.UnderRepair, "No vacuum", draft.Version, today.AddDays(-3), today.AddDays(9));

        await liaison.Post(Address(draft), fault with { Since = today.AddDays(1) }).ShouldBeRefused(400, "request.invalid");
        await liaison.Post(Address(draft), fault with { ExpectedBackOn = today.AddDays(-4) }).ShouldBeRefused(400, "request.invalid");
        await liaison.Post(Address(draft), fault);
        await liaison.Post(Address(draft), new SetOperatingStatus(OperatingStatus.InService, null, draft.Version + 1, today.AddDays(-4))).ShouldBeRefused(422, "status.before-last");

        var details = await liaison.Get<InstrumentDetails>($"/api/instruments/{draft.Id}");
        (details.StatusSince, details.ExpectedBackOn).ShouldBe((today.AddDays(-3), today.AddDays(9)));
    }

    static string Address(SavedInstrument instrument) => $"/api/instruments/{instrument.Id}/operating-status";
}
