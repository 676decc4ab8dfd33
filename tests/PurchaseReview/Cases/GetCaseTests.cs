using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class GetCaseTests(App app)
{
    [Fact]
    public async Task Everybody_on_its_way_reads_the_whole_case_and_what_they_may_do()
    {
        var us = await Purchases.In(app);
        var at = await us.SupervisorEndorsed();

        var read = await us.Read(at, us.Centre);
        read.Actions.ShouldBe(["completeness", "opinion"]);
        read.Steps.Select(step => step.Action).ShouldBe(["submitted", "unit-endorsed", "supervisor-endorsed"]);
        (read.Standing.Blocking, read.Facts.Wishes.Single().AnnualHours).ShouldBe((null, 1600));
        (await us.Read(at)).Actions.ShouldBe(["withdraw"]);
        us.Centre.Statements.ShouldBeLessThanOrEqualTo(8);
        await us.Read(at, await app.SignedIn("reviewer")).ShouldBeRefused(404, "purchase.not-found");
    }
}
