using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Upkeep;

// I-4: what it did when, and how long it stood still.
public class GetUpkeepTests(App app)
{
    [Fact]
    public async Task The_status_over_time_is_read_off_every_change_whoever_made_it()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Registered();
        var today = app.Clock.Today();
        await liaison.Post($"/api/instruments/{saved.Id}/operating-status", new SetOperatingStatus(OperatingStatus.UnderRepair, "No vacuum", saved.Version, null, today.AddDays(9)));
        var record = (await liaison.Get<InstrumentDetails>($"/api/instruments/{saved.Id}")).Record;
        record.OperatingStatus = OperatingStatus.Idle;
        await liaison.Put($"/api/instruments/{saved.Id}", new EditInstrument(record, saved.Version + 1));

        var upkeep = await liaison.UpkeepOf(saved.Id);

        upkeep.Steps.Select(s => s.Status).ShouldBe([OperatingStatus.Idle, OperatingStatus.UnderRepair, OperatingStatus.InService]);
        (upkeep.Steps[1].Reason, upkeep.Steps[1].ExpectedBackOn, upkeep.Steps[0].Until).ShouldBe(("No vacuum", today.AddDays(9), null));
        (upkeep.Status, upkeep.Since, upkeep.ExpectedBackOn).ShouldBe((OperatingStatus.Idle, today, null));
    }

    [Fact]
    public async Task Days_in_repair_and_their_cost_are_added_up_and_what_was_struck_is_not()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Registered();
        var year = new DateOnly(app.Clock.Today().Year - 1, 1, 1);
        RepairFacts From(DateOnly from, int days, long fen) => new(from, from.AddDays(days - 1), "Lamp", "New lamp", "Maker", fen, null);
        await liaison.Enter(saved.Id, From(year.AddDays(10), 5, 120_000));
        await liaison.Enter(saved.Id, From(year.AddDays(12), 6, 30_000));
        await liaison.Strike(saved.Id, await liaison.Enter(saved.Id, From(year.AddDays(100), 50, 999_999)));

        var upkeep = await liaison.UpkeepOf(saved.Id);

        (upkeep.DaysLastYear, upkeep.DaysThisYear, upkeep.RepairCount, upkeep.RepairCostFen).ShouldBe((8, 0, 2, 150_000));
        upkeep.Repairs.Count.ShouldBe(3);
        await (await app.SignedIn("liaison")).UpkeepOf(saved.Id).ShouldBeRefused(404, "instrument.not-found");
    }
}
