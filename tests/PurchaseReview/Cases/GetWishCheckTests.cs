using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class GetWishCheckTests(App app)
{
    [Fact]
    public async Task A_draft_has_none_yet_and_another_units_is_as_good_as_missing()
    {
        var us = await Purchases.In(app);
        async Task<string> CheckOf(SavedCase at) => $"{Purchases.Address}/{at.Id}/wishes/{(await us.Read(at)).Wishes[0].Id}/check";
        var (draft, submitted) = (await CheckOf(await us.Drafted()), await CheckOf(await us.Submitted()));

        await us.Liaison.Get<FrozenCheck>(draft).ShouldBeRefused(404, "check.not-found");
        (await us.Reviewer.Get<FrozenCheck>(submitted)).Answer.RulesVersion.ShouldBe(LikenessRules.Version);
        await (await app.SignedIn("reviewer")).Get<FrozenCheck>(submitted).ShouldBeRefused(404, "wish.not-found");
    }
}
