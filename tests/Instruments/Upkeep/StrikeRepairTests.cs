using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Upkeep;

public class StrikeRepairTests(App app)
{
    [Fact]
    public async Task A_struck_entry_stays_to_be_read_and_is_changed_no_more()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Registered();
        var repair = await liaison.Enter(saved.Id, Upkeeping.Broken);

        var struck = await liaison.Strike(saved.Id, repair);

        struck.StruckBecause.ShouldBe("another instrument's");
        await liaison.Strike(saved.Id, struck).ShouldBeRefused(409, "repair.struck");
        await liaison.Edit(saved.Id, struck, facts => facts).ShouldBeRefused(409, "repair.struck");
        (await liaison.Get<Page<RepairInList>>("/api/instruments/repairs")).Total.ShouldBe(0);
        // Nothing goes on any more, so the right entry can be made.
        await liaison.Enter(saved.Id, Upkeeping.Broken with { Fault = "No cooling" });
    }
}
