using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetAssetPackageTests(App app)
{
    [Fact]
    public async Task Says_what_it_said_when_it_was_sent_in()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var sent = await liaison.SendCards(Assets.Card("K1", "电镜", 500_000), Assets.Card("", "无号", 1, ""));

        // The database keeps microseconds.
        (await liaison.PackageDetails(sent.Id) with { CreatedAt = sent.CreatedAt }).ShouldBeEquivalentTo(sent);
        await (await app.SignedIn("liaison")).PackageDetails(sent.Id).ShouldBeRefused(404, "package.not-found");
    }
}
