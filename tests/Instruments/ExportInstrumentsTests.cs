using Modular.Instruments;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ExportInstrumentsTests(App app)
{
    const string Address = "/api/instruments/export";

    // what is filtered is exported, whole.
    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task The_list_as_filtered_comes_back_as_a_spreadsheet(string format)
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Registered("扫描电子显微镜");
        await liaison.Registered("离心机");

        var rows = await Export(liaison, $"?format={format}&search=离心机");

        rows.Count(row => row.Contains("离心机", StringComparer.Ordinal)).ShouldBe(1);
        rows.ShouldNotContain(row => row.Contains("扫描电子显微镜", StringComparer.Ordinal));
        rows.SelectMany(row => row).ShouldContain("385", "money stands in 万元");
    }

    // S7: what begins like a formula stays text.
    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Text_never_becomes_a_formula(string format)
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Registered("=HYPERLINK(\"http://evil\")");

        (await Export(liaison, $"?format={format}")).SelectMany(row => row).ShouldContain("=HYPERLINK(\"http://evil\")");
    }

    [Fact]
    public async Task Nobody_exports_what_is_not_theirs()
    {
        await (await app.SignedIn("liaison")).Registered("foreign one");

        (await Export(await app.SignedIn("liaison"), "")).SelectMany(row => row).ShouldNotContain("foreign one");
        await (await app.SignedIn("requester")).Get<object>(Address).ShouldBeRefused(403, "permission.missing");
    }

    [Fact]
    public async Task Other_formats_are_refused() => await (await app.SignedIn("liaison")).Get<object>($"{Address}?format=pdf").ShouldBeRefused(400, "request.invalid");

    static async Task<List<string[]>> Export(Client client, string query)
    {
        using var answer = (await client.Send(HttpMethod.Get, Address + query)).EnsureSuccessStatusCode();
        await using var content = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        using var book = SheetReader.Open(content);
        return [.. book.Sheets[0].Rows().Select(row => row.Cells.Select(cell => cell.Text).ToArray())];
    }
}
