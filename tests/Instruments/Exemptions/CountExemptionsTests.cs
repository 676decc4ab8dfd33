using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class CountExemptionsTests(App app)
{
    //
    [Fact]
    public async Task Each_tier_sees_what_waits_for_it()
    {
        var us = await Statements.In(app);
        await us.Declared();
        await us.Reviewed(await us.Declared(Some.ClassifiedExemption));
        await us.Reviewed(await us.Declared(Some.ClassifiedExemption), endorse: false);
        async Task<(ExemptionState State, int Count)> Mine(Client person) =>
            (await person.Get<IReadOnlyList<ExemptionCount>>($"{Statements.Address}/counts")).Where(count => count.Mine).Select(count => (count.State, count.Count)).Single();

        (await Mine(us.Reviewer)).ShouldBe((ExemptionState.Submitted, 1));
        (await Mine(us.Officer)).ShouldBe((ExemptionState.Endorsed, 1));
        (await Mine(us.Liaison)).ShouldBe((ExemptionState.Returned, 1));
    }
}
