using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class SetPolicyTests(App app)
{
    DateOnly Today => app.Clock.Today();

    [Fact]
    public async Task Of_two_officers_who_change_the_same_number_the_second_is_told()
    {
        var (officer, region) = await app.PolicyOfficer();
        var colleague = await app.SignedIn("policyOfficer", await app.NewOffice(region));
        await officer.Sets("subsidyCap", 40_000_000, Today);

        await colleague.Sets("subsidyCap", 20_000_000, Today).ShouldBeRefused(409, "policy.changed-meanwhile");
        (await officer.Policy("subsidyCap")).Value.ShouldBe(40_000_000);
    }

    // R8
    [Fact]
    public async Task Of_many_at_the_same_moment_exactly_one_wins()
    {
        var (officer, _) = await app.PolicyOfficer();

        var tries = Enumerable.Range(1, 8).Select(async value =>
        {
            try
            {
                await officer.Sets("saturatedHours", 1000 + value, Today);
                return true;
            }
            catch (Refusal refusal) when (refusal.Code == "policy.changed-meanwhile")
            {
                return false;
            }
        });

        (await Task.WhenAll(tries)).Count(won => won).ShouldBe(1);
        (await officer.Policy("saturatedHours")).Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_decided_stays_decided_so_the_past_is_not_set()
    {
        var (officer, _) = await app.PolicyOfficer();
        await officer.Sets("dutyThreshold", 30_000_000, Today.AddDays(-1)).ShouldBeRefused(422, "policy.in-the-past");
    }

    [Theory]
    [InlineData("excellentSubsidy", 101)]
    [InlineData("onboardingDays", 0)]
    [InlineData("dutyThreshold", -1)]
    [InlineData("unqualifiedBlocks", 2)]
    public async Task Numbers_that_make_no_sense_are_refused(string key, long value)
    {
        var (officer, _) = await app.PolicyOfficer();
        await officer.Sets(key, value, Today).ShouldBeRefused(422, "policy.out-of-range");
    }

    [Fact]
    public async Task Of_two_changes_from_the_same_day_the_later_one_holds()
    {
        var (officer, _) = await app.PolicyOfficer();
        await officer.Sets("goodSubsidy", 10, Today.AddDays(1));
        await officer.Sets("goodSubsidy", 12, Today.AddDays(1), version: 1);

        (await officer.Policy("goodSubsidy", Today.AddDays(1))).Value.ShouldBe(12);
    }

    [Fact]
    public async Task Units_read_the_numbers_and_do_not_set_them() =>
        await (await app.SignedIn("unitAdministrator")).Sets("dutyThreshold", 30_000_000, Today).ShouldBeRefused(403, "permission.missing");
}
