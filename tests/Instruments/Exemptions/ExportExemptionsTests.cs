using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ExportExemptionsTests(App app)
{
    //
    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task The_list_as_filtered_comes_back_as_a_spreadsheet(string format)
    {
        var us = await Statements.In(app);
        await us.OnRecord();
        await us.Declared(Some.ClassifiedExemption);

        using var answer = (await us.Officer.Send(HttpMethod.Get, $"{Statements.Address}/export?format={format}&state=filed")).EnsureSuccessStatusCode();
        using var book = SheetReader.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var cells = book.Sheets[0].Rows().SelectMany(row => row.Cells.Select(cell => cell.Text)).ToList();

        cells.ShouldContain("Record 12");
        cells.ShouldContain("已备案");
        cells.ShouldNotContain("BM-2026-07");
    }
}
