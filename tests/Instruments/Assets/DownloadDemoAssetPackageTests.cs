using Modular.Instruments;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class DownloadDemoAssetPackageTests(App app)
{
    [Fact]
    public async Task Outside_the_demo_there_is_none()
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Get<object>($"{Assets.Address}/demo-package").ShouldBeRefused(404, "package.not-found");
    }

    [Fact]
    public async Task What_the_demo_offers_is_a_package_with_something_of_every_kind()
    {
        var today = new DateOnly(2026, 3, 1);
        var instruments = Enumerable.Range(0, 10).Select(i => Some.Record($"仪器{i}")).ToList();
        ReadPackage Read(byte[] file)
        {
            using var package = SheetPackage.Open(new MemoryStream(file), "x", TestContext.Current.CancellationToken);
            return new PackageReading(package, null, today).Read();
        }

        var first = Read(await DemoCards.Workbook(DemoCards.FirstYear(instruments), TestContext.Current.CancellationToken));
        (first.Refused, first.Cards.Count(c => c.CardNumber.StartsWith("ZC0", StringComparison.Ordinal))).ShouldBe((0, 8));
        var known = first.Cards.Where(c => c.ValueFen >= 30_000_000 && !PackageReading.IsOtherThanEquipment(c.AssetClass)).Select(c =>
        {
            var card = new AssetCard { UnitId = default, UnitPath = "", CardNumber = c.CardNumber };
            card.See(c, default, app.Clock.GetUtcNow());
            return card;
        }).ToList();
        known.Count.ShouldBe(8);

        var second = Read(DemoCards.Package(await DemoCards.Workbook(DemoCards.SecondYear(known, instruments[3], today), TestContext.Current.CancellationToken), "资产卡片"));
        second.Refused.ShouldBe(0, string.Join(", ", second.Faults));
        second.Cards.Count(PackageIsAbove).ShouldBe(8 - 2 + 1 + 3 + 2);
        SplitPurchases.Among([.. second.Cards.Where(c => !PackageIsAbove(c))], 30_000_000).ShouldHaveSingleItem().Count.ShouldBe(3);
    }

    static bool PackageIsAbove(ReadCard card) => card.ValueFen >= 30_000_000;
}
