using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class GetPolicyHistoryTests(App app)
{
    [Fact]
    public async Task All_that_was_ever_set_is_told_with_what_was_taken_back()
    {
        var (officer, _) = await app.PolicyOfficer();
        var today = app.Clock.Today();
        await officer.Sets("dutyThreshold", 30_000_000, today);
        var mistaken = await officer.Sets("dutyThreshold", 3_000_000, today.AddDays(5), version: 1);
        await officer.Post($"{PolicyPeople.Address}/changes/{mistaken.Id}/withdraw", new WithdrawPolicy("a zero too few"));

        var history = await officer.Get<IReadOnlyList<PolicyChangeRow>>($"{PolicyPeople.Address}/dutyThreshold/history");

        history.Select(change => (change.Value, change.WithdrawnAt is not null)).ShouldBe([(3_000_000, true), (30_000_000, false)]);
    }

    [Fact]
    public async Task A_number_that_there_is_not_has_no_history()
    {
        var (officer, _) = await app.PolicyOfficer();
        await officer.Get<object>($"{PolicyPeople.Address}/none/history").ShouldBeRefused(404, "policy.not-found");
    }
}
