using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class PreviewThresholdTests(App app)
{
    const long Yuan = 100;

    // P-1: the nation's 500 000 hold while the region has said nothing.
    [Theory]
    [InlineData(300_000, true, 2)]
    [InlineData(400_000, true, 1)]
    [InlineData(600_000, false, 1)]
    [InlineData(500_000, false, 0)]
    public async Task A_threshold_moves_what_lies_between_the_old_one_and_the_new(long thresholdYuan, bool enter, int moved)
    {
        var bureau = await app.Supervisor(await app.NewRegion());
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);
        foreach (var yuan in new[] { 299_999, 300_000, 499_999, 500_000, 600_000 }) await liaison.Registered(with: record => record.OriginalValueFen = yuan * Yuan);

        var preview = await (await app.SignedIn("reviewer", bureau)).Get<ThresholdPreview>($"/api/instruments/duties/threshold-preview?thresholdFen={thresholdYuan * Yuan}");

        (preview.HoldingFen, preview.Enter, preview.Affected.Total).ShouldBe((500_000 * Yuan, enter, moved));
        preview.ByUnit.Sum(share => share.Instruments).ShouldBe(moved);
    }

    [Fact]
    public async Task A_change_to_come_is_what_it_is_compared_with()
    {
        var (officer, _) = await app.PolicyOfficer();
        var from = Modular.Shared.RegionClock.Today(app.Clock).AddDays(30);
        await officer.Sets("dutyThreshold", 30_000_000, from);

        (await officer.Get<ThresholdPreview>($"/api/instruments/duties/threshold-preview?thresholdFen=1&on={from:yyyy-MM-dd}")).HoldingFen.ShouldBe(30_000_000);
    }
}
