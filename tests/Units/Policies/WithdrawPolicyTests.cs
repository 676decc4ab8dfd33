using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class WithdrawPolicyTests(App app)
{
    DateOnly Today => app.Clock.Today();

    static Task Withdraw(Client officer, Guid change) => officer.Post($"{PolicyPeople.Address}/changes/{change}/withdraw", new WithdrawPolicy("mistaken"));

    [Fact]
    public async Task A_change_that_has_not_begun_to_hold_can_be_taken_back()
    {
        var (officer, _) = await app.PolicyOfficer();
        var change = await officer.Sets("dutyThreshold", 30_000_000, Today.AddDays(1));

        await Withdraw(officer, change.Id);

        (await officer.Policy("dutyThreshold", Today.AddDays(1))).Value.ShouldBe(50_000_000);
        await Withdraw(officer, change.Id).ShouldBeRefused(409, "policy.in-force");
    }

    [Fact]
    public async Task What_holds_already_is_not_taken_back()
    {
        var (officer, _) = await app.PolicyOfficer();
        var change = await officer.Sets("dutyThreshold", 30_000_000, Today);

        await Withdraw(officer, change.Id).ShouldBeRefused(409, "policy.in-force");
    }

    [Fact]
    public async Task Another_regions_change_is_as_good_as_none()
    {
        var (officer, _) = await app.PolicyOfficer();
        var change = await officer.Sets("dutyThreshold", 30_000_000, Today.AddDays(1));

        await Withdraw((await app.PolicyOfficer()).Officer, change.Id).ShouldBeRefused(404, "policy.not-found");
    }
}
