using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class WithdrawExemptionTests(App app)
{
    [Fact]
    public async Task A_statement_can_be_taken_back_until_it_is_on_record()
    {
        var us = await Statements.In(app);
        Task<SavedExemption> Withdraw(SavedExemption exemption) => us.Liaison.Post<SavedExemption>($"{Statements.Address}/{exemption.Id}/withdraw", new WithdrawExemption(exemption.Version, "repaired"));

        (await us.Read(await Withdraw(await us.Declared()))).State.ShouldBe(ExemptionState.Withdrawn);
        (await us.Read(await Withdraw(await us.Reviewed(await us.Declared(), endorse: false)))).State.ShouldBe(ExemptionState.Withdrawn);
        (await us.Read(await Withdraw(await us.Reviewed(await us.Declared())))).Steps[^1].Reason.ShouldBe("repaired");
        await Withdraw(await us.OnRecord()).ShouldBeRefused(409, "exemption.cannot-withdraw");
    }
}
