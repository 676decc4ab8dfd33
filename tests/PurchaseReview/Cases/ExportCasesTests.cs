using System.Text;
using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ExportCasesTests(App app)
{
    [Fact]
    public async Task What_is_filtered_leaves_a_row_an_instrument()
    {
        var us = await Purchases.In(app);
        await us.Submitted(Purchases.Wish(), Purchases.Wish("离心机", 80_000));
        await us.Drafted(Purchases.Wish("干燥箱"));

        var csv = Encoding.UTF8.GetString(await us.Reviewer.Download($"{Purchases.Address}/export?format=csv"));

        csv.ShouldContain("离心机");
        csv.ShouldContain("待单位审核");
        csv.ShouldNotContain("干燥箱");
        await us.Reviewer.Download($"{Purchases.Address}/export?format=pdf").ShouldBeRefused(400, "request.invalid");
    }
}
