using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class WithdrawCaseTests(App app)
{
    [Fact]
    public async Task The_unit_takes_it_back_with_a_reason()
    {
        var us = await Purchases.In(app);
        var at = await us.UnitEndorsed();
        Task<SavedCase> Withdraw(Client person, string? reason) => person.Post<SavedCase>($"{Purchases.Address}/{at.Id}/withdraw", new WithdrawCase(reason, at.Version));

        await Withdraw(us.Liaison, " ").ShouldBeRefused(400, "request.invalid");
        await Withdraw(us.Reviewer, "x").ShouldBeRefused(403, "permission.missing");
        var read = await us.Read(await Withdraw(us.Liaison, "bought otherwise"));
        (read.State, read.Steps[^1].Reason, read.Actions.Count).ShouldBe((CaseState.Withdrawn, "bought otherwise", 0));
    }
}
