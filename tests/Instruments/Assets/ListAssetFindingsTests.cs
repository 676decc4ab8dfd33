using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListAssetFindingsTests(App app)
{
    [Fact]
    public async Task The_dearest_first_by_kind_and_by_state()
    {
        var liaison = await app.SignedIn("liaison");
        var package = await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000), Assets.Card("K2", "质谱仪", 900_000), Assets.Card("K3", "色谱仪", 700_000));
        var all = await liaison.Findings(package);
        all.Select(f => f.Name).ShouldBe(["质谱仪", "色谱仪", "电镜"]);
        await liaison.Settle(FindingAction.Dismiss, all[1], note: "教学用");

        (await liaison.Get<Modular.Shared.Page<AssetFindingRow>>($"{Assets.Address}/packages/{package.Id}/findings?state=open")).Items.Select(f => f.Name).ShouldBe(["质谱仪", "电镜"]);
        (await liaison.Get<Modular.Shared.Page<AssetFindingRow>>($"{Assets.Address}/packages/{package.Id}/findings?state=dismissed")).Items.Single().Note.ShouldBe("教学用");
        (await liaison.Findings(package, FindingKind.ValueMoved)).ShouldBeEmpty();
        await (await app.SignedIn("liaison")).Findings(package).ShouldBeRefused(404, "package.not-found");
    }

    [Fact]
    public async Task Costs_the_same_however_many_there_are()
    {
        var liaison = await app.SignedIn("liaison");
        var package = await liaison.TakeCards(Enumerable.Range(0, 3).Select(i => Assets.Card($"K{i}", $"仪器{i}", 500_000)));
        await liaison.Get<Modular.Shared.Page<AssetFindingRow>>($"{Assets.Address}/packages/{package.Id}/findings");
        var few = liaison.Statements;

        package = await liaison.TakeCards(Enumerable.Range(0, 18).Select(i => Assets.Card($"K{i}", $"仪器{i}", 500_000)));
        await liaison.Get<Modular.Shared.Page<AssetFindingRow>>($"{Assets.Address}/packages/{package.Id}/findings");
        liaison.Statements.ShouldBeLessThanOrEqualTo(few + 1);
    }
}
