using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ListExpertsTests(App app)
{
    [Fact]
    public async Task The_pool_and_the_regions_own_offices_with_the_fields_they_suit()
    {
        var panel = await Panels.In(app);
        var stranger = await app.Account(await app.NewOffice(await app.NewRegion()), ["financeOfficer"]);
        var expert = panel.Expert.Account.Id;
        var field = StockIndex.Understand(new Likeable("扫描电子显微镜")).ClassCode![..2];
        await panel.Centre.Put($"/api/purchase-review/experts/{expert}", new EnterExpert(Seat.Field, [field], null, [], 0));

        var rows = await panel.Centre.Get<IReadOnlyList<ExpertRow>>($"/api/purchase-review/experts?roundId={panel.Round.Id}");

        rows.Single(row => row.AccountId == expert).ShouldSatisfyAllConditions(row => row.Suits.ShouldBe(1), row => row.Expert.ShouldBeTrue(), row => row.Version.ShouldBe(1));
        rows.ShouldContain(row => row.AccountId == panel.Members[0].Account.Id && !row.Expert);
        rows.ShouldNotContain(row => row.AccountId == stranger.Id);
        await panel.Us.Liaison.Get<object>("/api/purchase-review/experts").ShouldBeRefused(403, "permission.missing");
    }
}
