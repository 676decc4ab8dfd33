using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListAssetCardsTests(App app)
{
    [Fact]
    public async Task The_mapping_by_standing_and_by_search()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Registered("T-1", "电镜", 500_000);
        await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000, "T-1"), Assets.Card("K2", "质谱仪", 900_000), Assets.Card("K3", "色谱仪", 700_000));
        await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000, "T-1"), Assets.Card("K2", "质谱仪", 950_000));

        (await liaison.Cards("&sort=cardNumber")).Select(c => (c.CardNumber, c.ValueFen, c.Instrument?.Id)).ShouldBe([("K1", 50_000_000, saved.Id), ("K2", 95_000_000, null), ("K3", 70_000_000, null)]);
        (await liaison.Cards("&standing=linked")).Single().LinkedBy.ShouldBe(CardLink.Number);
        (await liaison.Cards("&standing=unlinked")).Single().CardNumber.ShouldBe("K2");
        (await liaison.Cards("&standing=gone")).Single().CardNumber.ShouldBe("K3");
        (await liaison.Cards("&search=质谱 k2")).Single().CardNumber.ShouldBe("K2");
        (await (await app.SignedIn("liaison")).Cards()).ShouldBeEmpty();
    }
}
