using Modular.Contracts.Units;
using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class PurchaseCaseTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    static readonly UnitSummary Unit = new(Guid.CreateVersion7(), "000100010001", "Unit", "", "150100", CentralLevel: false);

    // R9: whatever is tried in whatever state, either the table of ways allows it or nothing changes.
    [Fact]
    public void A_walk_of_random_steps_never_leaves_the_ways()
    {
        var random = new Random(20261121);
        for (var walk = 0; walk < 2_000; walk++)
        {
            var at = PurchaseCase.Draft(Unit, Purchases.Facts(), Now);
            for (var step = 0; step < 20; step++)
            {
                var action = (CaseAction)random.Next(Enum.GetValues<CaseAction>().Length);
                var (before, version) = (at.State, at.Version);
                var (from, to) = PurchaseCase.Ways[action];
                if (from.Contains(before))
                {
                    at.Step(action, version, Now);
                    (at.State, at.Version).ShouldBe((to ?? before, version + 1));
                }
                else
                {
                    Should.Throw<Problem>(() => at.Step(action, version, Now)).Code.ShouldBe("purchase.wrong-state");
                    (at.State, at.Version).ShouldBe((before, version));
                }
            }
        }
    }

    [Fact]
    public void Every_action_has_its_way_and_every_state_is_reached()
    {
        PurchaseCase.Ways.Keys.ShouldBe(Enum.GetValues<CaseAction>(), ignoreOrder: true);
        PurchaseCase.Ways.Values.Select(way => way.To).OfType<CaseState>().Append(CaseState.Draft).Distinct().ShouldBe(Enum.GetValues<CaseState>(), ignoreOrder: true);
    }

    [Fact]
    public void Who_read_an_older_version_is_told() =>
        Should.Throw<Problem>(() => PurchaseCase.Draft(Unit, Purchases.Facts(), Now).Step(CaseAction.Submit, 7, Now)).Code.ShouldBe("purchase.changed-meanwhile");

    [Fact]
    public void A_changed_wish_has_no_check_any_more()
    {
        var at = PurchaseCase.Draft(Unit, Purchases.Facts(), Now);
        var wish = at.Wishes.Single();
        wish.Freeze("{}", "扫描电子显微镜", "sameKind", "opinion");

        at.Edit(Purchases.Facts(Purchases.Wish("离心机", 1_000) with { Id = wish.Id }), at.Version, Now);

        (at.Wishes.Single().Id, wish.Check, wish.Opinion, wish.NameZh, at.TotalFen).ShouldBe((wish.Id, null, null, "离心机", 100_000));
    }

    // P-10: several below the threshold that come to it together are one purchase split up.
    [Theory]
    [InlineData(200_000, 1, 0, "forPurchase")]
    [InlineData(200_000, 2, 0, "against")]
    [InlineData(200_000, 1, 150_000, "against")]
    [InlineData(200_000, 1, 50_000, "forPurchase")]
    [InlineData(400_000, 3, 0, "forPurchase")]
    public void Splitting_below_the_threshold_is_seen(long yuan, int pieces, long elsewhereYuan, string outcome)
    {
        var policy = new PolicySet("1", 0, 30_000_000, 30, 10, 20, 10, 0, 3, 1, 1400, 800, 1200, 85, true, 3, 5, 2, 50, true);
        SplitPart[] elsewhere = elsewhereYuan == 0 ? [] : [new SplitPart("扫描电子显微镜", elsewhereYuan * 100, 1)];

        PurchaseTests.NotSplit(yuan * 100, yuan * 100 * pieces, pieces, elsewhere, policy).Outcome.ShouldBe(outcome);
    }
}
