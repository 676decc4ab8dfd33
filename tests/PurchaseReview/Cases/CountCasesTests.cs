using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class CountCasesTests(App app)
{
    [Fact]
    public async Task Each_is_told_what_waits_for_whom()
    {
        var us = await Purchases.In(app);
        await us.Drafted();
        await us.UnitEndorsed();
        async Task<CaseCount> Of(Client person, CaseState state) => (await person.Get<IReadOnlyList<CaseCount>>($"{Purchases.Address}/counts")).Single(count => count.State == state);

        (await Of(us.Liaison, CaseState.Draft)).ShouldBe(new CaseCount(CaseState.Draft, 1, true));
        (await Of(us.Reviewer, CaseState.Draft)).Count.ShouldBe(0);
        (await Of(us.Reviewer, CaseState.UnitEndorsed)).ShouldBe(new CaseCount(CaseState.UnitEndorsed, 1, true));
        (await Of(us.Centre, CaseState.UnitEndorsed)).Mine.ShouldBeFalse();
    }
}
