using System.Text;
using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ExportChosenInstrumentsTests(App app)
{
    [Fact]
    public async Task The_chosen_rows_and_no_others()
    {
        var liaison = await app.SignedIn("liaison");
        var (one, other) = (await liaison.Registered("B-1", "电镜", 500_000), await liaison.Registered("B-2", "质谱仪", 900_000));
        await liaison.Registered("B-3", "色谱仪", 700_000);

        using var answer = await liaison.Send(HttpMethod.Post, "/api/instruments/export", new ExportChosenInstruments("csv", [other.Id, one.Id]));

        var lines = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Where(line => line.Contains("B-", StringComparison.Ordinal)).Select(line => line.Contains("电镜", StringComparison.Ordinal)).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Nothing_comes_when_one_of_them_is_not_mine()
    {
        var (liaison, other) = (await app.SignedIn("liaison"), await app.SignedIn("liaison"));
        var (own, foreign) = (await liaison.Registered("B-1", "电镜", 500_000), await other.Registered("B-1", "电镜", 500_000));

        await liaison.Post("/api/instruments/export", new ExportChosenInstruments("xlsx", [own.Id, foreign.Id])).ShouldBeRefused(404, "instrument.not-found");
        await liaison.Post("/api/instruments/export", new ExportChosenInstruments("pdf", [own.Id])).ShouldBeRefused(400, "request.invalid");
    }
}
