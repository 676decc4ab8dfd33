using Modular.Instruments;
using Modular.Shared;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ExportDutiesTests(App app)
{
    // X-4, S7
    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task The_list_as_filtered_comes_back_as_a_spreadsheet(string format)
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Registered("=late()", record => record.AcceptedOn = app.Clock.Today().AddDays(-300));
        await liaison.Registered("fresh", record => record.AcceptedOn = app.Clock.Today());

        using var answer = await liaison.Send(HttpMethod.Get, $"/api/instruments/duties/export?format={format}&state=overdue");
        answer.EnsureSuccessStatusCode();
        using var book = SheetReader.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var cells = book.Sheets[0].Rows().SelectMany(row => row.Cells.Select(cell => cell.Text)).ToList();

        cells.ShouldContain("=late()");
        cells.ShouldContain("已逾期");
        cells.ShouldContain("385");
        cells.ShouldNotContain("fresh");
    }

    [Fact]
    public async Task Who_took_the_list_out_is_kept()
    {
        var unit = await app.Unit();
        await (await app.SignedIn("liaison", unit)).Send(HttpMethod.Get, "/api/instruments/duties/export");

        (await (await app.SignedIn("unitAdministrator", unit)).Get<Page<AuditRow>>("/api/instruments/audit?action=duties.exported")).Total.ShouldBe(1);
    }
}
