using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Upkeep;

public class EditRepairTests(App app)
{
    [Fact]
    public async Task Ending_a_repair_puts_the_instrument_back_into_service()
    {
        var unit = await app.Unit();
        var saved = await (await app.SignedIn("liaison", unit)).Registered();
        var custodian = await app.Custodian(unit, saved);
        var repair = await custodian.Enter(saved.Id, Upkeeping.Broken, app.Clock.Today().AddDays(3));

        var ended = await custodian.Edit(saved.Id, repair, facts => facts with { Until = app.Clock.Today(), Work = "New pump", CostFen = 4_860_000 });

        (ended.Until, ended.CostFen, ended.Version).ShouldBe((app.Clock.Today(), 4_860_000, 2));
        var upkeep = await custodian.UpkeepOf(saved.Id);
        (upkeep.Status, upkeep.Since, upkeep.ExpectedBackOn).ShouldBe((OperatingStatus.InService, app.Clock.Today(), null));
        upkeep.Steps[0].Reason.ShouldBe("New pump");
    }

    [Fact]
    public async Task It_stays_as_it_is_where_that_is_said_and_who_comes_late_is_told()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Registered();
        var repair = await liaison.Enter(saved.Id, Upkeeping.Broken);

        await liaison.Edit(saved.Id, repair, facts => facts with { Until = app.Clock.Today() }, returns: false);

        (await liaison.UpkeepOf(saved.Id)).Status.ShouldBe(OperatingStatus.UnderRepair);
        await liaison.Edit(saved.Id, repair, facts => facts with { Fault = "Other" }).ShouldBeRefused(409, "repair.changed-meanwhile");
        await liaison.Edit((await liaison.Registered()).Id, repair, facts => facts).ShouldBeRefused(404, "repair.not-found");
    }
}
