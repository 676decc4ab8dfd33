using Modular.Contracts.Units;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class AdoptPresetTests(App app)
{
    [Fact]
    public async Task A_notice_is_taken_over_whole_from_a_day_on_and_answers_the_other_modules()
    {
        var (officer, region) = await app.PolicyOfficer();
        var from = app.Clock.Today().AddDays(3);

        (await officer.Post<AdoptedPreset>($"{PolicyPeople.Address}/presets/inner-mongolia-2022/adopt", new AdoptPreset(from, "the measures of 2022", 0))).Changed.ShouldBe(10);

        async Task<PolicySet> On(DateOnly day) => await app.Asking<IPolicies, PolicySet>(policies => policies.On(day, region.Path + "00010001", CancellationToken.None));
        (await On(from)).ShouldSatisfyAllConditions(
            set => set.DutyThresholdFen.ShouldBe(30_000_000),
            set => (set.ExcellentSubsidyPercent, set.GoodSubsidyPercent, set.SubsidyCapFen).ShouldBe((20, 10, 30_000_000)),
            set => (set.GeneralRatedHours, set.SpecialRatedHours, set.SaturatedHours).ShouldBe((1400, 800, 1200)),
            set => set.UnqualifiedBlocksPurchase.ShouldBeTrue());
        (await On(from.AddDays(-1))).DutyThresholdFen.ShouldBe(50_000_000);
        (await On(from)).Version.ShouldNotBe((await On(from.AddDays(-1))).Version);
    }

    [Fact]
    public async Task Taken_over_twice_it_changes_nothing()
    {
        var (officer, _) = await app.PolicyOfficer();
        var today = app.Clock.Today();
        await officer.Post($"{PolicyPeople.Address}/presets/alxa-2016/adopt", new AdoptPreset(today, "first", 0));

        (await officer.Post<AdoptedPreset>($"{PolicyPeople.Address}/presets/alxa-2016/adopt", new AdoptPreset(today, "again", 1))).Changed.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_changed_since_it_was_looked_at_is_not_overrun()
    {
        var (officer, _) = await app.PolicyOfficer();
        await officer.Sets("goodSubsidy", 5, app.Clock.Today());

        await officer.Post($"{PolicyPeople.Address}/presets/alxa-2016/adopt", new AdoptPreset(app.Clock.Today(), "blind", 0)).ShouldBeRefused(409, "policy.changed-meanwhile");
    }
}
