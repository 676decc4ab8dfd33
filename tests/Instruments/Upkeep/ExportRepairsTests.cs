using Modular.Instruments;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Upkeep;

public class ExportRepairsTests(App app)
{
    [Fact]
    public async Task The_log_as_filtered_leaves_whole()
    {
        var liaison = await app.SignedIn("liaison");
        var (one, other) = (await liaison.Registered("one"), await liaison.Registered("other"));
        await liaison.Enter(one.Id, new RepairFacts(new(2025, 5, 6), new(2025, 5, 9), "Lamp", "New lamp", "Own workshop", 32_050, null));
        await liaison.Enter(other.Id, Upkeeping.Broken);

        using var book = SheetReader.Open(new MemoryStream(await liaison.Download("/api/instruments/repairs/export?state=finished")));

        var rows = book.Sheets[0].Rows().Select(row => row.Cells.Select(cell => cell.Text).ToList()).ToList();
        rows.ShouldContain(row => row.Contains("维修人员或厂商"));
        rows.Where(row => row.Contains("one") || row.Contains("other")).ShouldHaveSingleItem().ShouldContain("320.5");
        await liaison.Download("/api/instruments/repairs/export?format=pdf").ShouldBeRefused(400, "request.invalid");
    }
}
