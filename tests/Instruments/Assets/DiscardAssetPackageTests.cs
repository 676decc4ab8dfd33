using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class DiscardAssetPackageTests(App app)
{
    [Fact]
    public async Task What_was_compared_only_can_go_what_was_taken_over_stays()
    {
        var liaison = await app.SignedIn("liaison");
        var compared = await liaison.SendCards(Assets.Card("K1", "电镜", 500_000));
        var taken = await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000));

        await liaison.Delete($"{Assets.Address}/packages/{compared.Id}?version=5").ShouldBeRefused(409, "package.changed-meanwhile");
        await liaison.Delete($"{Assets.Address}/packages/{compared.Id}?version={compared.Version}");
        await liaison.Delete($"{Assets.Address}/packages/{taken.Id}?version={taken.Version}").ShouldBeRefused(409, "package.taken");

        (await liaison.Get<Page<AssetPackageRow>>($"{Assets.Address}/packages")).Items.Single().Id.ShouldBe(taken.Id);
        await liaison.PackageDetails(compared.Id).ShouldBeRefused(404, "package.not-found");
    }
}
