using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListAssetPackagesTests(App app)
{
    [Fact]
    public async Task Those_of_my_subtree_newest_first_with_what_was_found()
    {
        var supervisor = await app.Supervisor();
        var (one, other) = (await app.Unit(supervisor), await app.Unit(supervisor));
        var first = await (await app.SignedIn("liaison", one)).SendCards(Assets.Card("K1", "电镜", 500_000));
        var second = await (await app.SignedIn("liaison", other)).TakeCards(Assets.Card("K1", "电镜", 500_000));
        var reviewer = await app.SignedIn("reviewer", supervisor);

        var page = await reviewer.Get<Page<AssetPackageRow>>($"{Assets.Address}/packages");
        page.Items.Select(p => (p.Id, p.State)).ShouldBe([(second.Id, PackageState.Taken), (first.Id, PackageState.Compared)]);
        page.Items.ShouldAllBe(p => p.Findings.Single() == new FindingTally(FindingKind.MissingHere, FindingState.Open, 1));
        (await reviewer.Get<Page<AssetPackageRow>>($"{Assets.Address}/packages?unitId={one.Id}")).Items.Single().Id.ShouldBe(first.Id);
    }
}
