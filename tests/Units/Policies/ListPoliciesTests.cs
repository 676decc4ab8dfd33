using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListPoliciesTests(App app)
{
    DateOnly Today => app.Clock.Today();

    [Fact]
    public async Task A_region_that_has_said_nothing_lives_by_the_nations_numbers()
    {
        var (officer, _) = await app.PolicyOfficer();

        var threshold = await officer.Policy("dutyThreshold");

        (threshold.Value, threshold.ChangedBy, threshold.Version).ShouldBe((50_000_000, null, 0));
        threshold.Source.ShouldContain("国科办基〔2021〕63号");
    }

    [Fact]
    public async Task What_holds_on_a_day_is_told_for_days_before_and_after_a_change()
    {
        var (officer, region) = await app.PolicyOfficer();
        await officer.Sets("dutyThreshold", 30_000_000, Today.AddDays(10));
        var unit = await app.SignedIn("liaison", await app.Unit(await app.Supervisor(region)));

        (await unit.Policy("dutyThreshold", Today.AddDays(9))).Value.ShouldBe(50_000_000);
        (await unit.Policy("dutyThreshold", Today.AddDays(10))).Value.ShouldBe(30_000_000);
        (await unit.Policy("dutyThreshold")).Upcoming.ShouldHaveSingleItem().Value.ShouldBe(30_000_000);
    }

    [Fact]
    public async Task Another_regions_numbers_are_its_own()
    {
        var (officer, _) = await app.PolicyOfficer();
        await officer.Sets("dutyThreshold", 30_000_000, Today);
        var (other, _) = await app.PolicyOfficer();

        (await other.Policy("dutyThreshold")).Value.ShouldBe(50_000_000);
        (await (await app.SignedIn("nationalOfficer")).Policy("dutyThreshold")).Value.ShouldBe(50_000_000);
    }
}
