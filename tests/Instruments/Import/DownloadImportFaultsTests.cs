using Modular.Instruments;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

// ui.md, import wizard 6: the same file back with an error column.
public class DownloadImportFaultsTests(App app)
{
    [Fact]
    public async Task The_list_comes_back_with_what_is_wrong_beside_each_row()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(await Imports.Xlsx(["资产编号", "仪器名称", "建账日期", "说明"],
            ["P-1", "显微镜", new DateOnly(2019, 5, 20), 4.5m], ["P-2", "=cmd|' /C calc'!A0", "昨天", "x"]), "清单.xlsx");

        var file = await liaison.Download($"{Imports.Address}/{import.Id}/faults-file");

        using var book = SheetReader.Open(new MemoryStream(file), cancelled: TestContext.Current.CancellationToken);
        var rows = book.Sheets[0].Rows().ToList();
        rows[0].Cells.Select(c => c.Text).ShouldBe(["检查结果", "资产编号", "仪器名称", "建账日期", "说明"]);
        (rows[1][3].Date, rows[1][4].Exact).ShouldBe((new DateTime(2019, 5, 20, 0, 0, 0, DateTimeKind.Unspecified), 4.5m));
        rows[2][0].Text.ShouldContain("第 3 行");
        rows[2][0].Text.ShouldContain("错误：C 建账日期：不是日期");
        // Text never becomes a formula.
        (rows[2][2].Kind, rows[2][2].Text).ShouldBe((SheetCellKind.Text, "=cmd|' /C calc'!A0"));
    }

    [Fact]
    public async Task The_mended_list_can_be_sent_in_again()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称,原值（万元）", "Q-1,显微镜,41", "Q-2,,42"));

        var again = await liaison.Upload(await liaison.Download($"{Imports.Address}/{import.Id}/faults-file"), "again.xlsx");

        again.Columns.Select(c => c.FieldKey).ShouldBe([null, "assetNumber", "nameZh", "originalValueFen"]);
        again.Counts.ShouldBe(import.Counts);
    }

    [Fact]
    public async Task Lists_of_others_do_not_come_back()
    {
        var import = await (await app.SignedIn("liaison")).Upload(Imports.Csv("仪器名称", "显微镜"));

        await (await app.SignedIn("liaison")).Download($"{Imports.Address}/{import.Id}/faults-file").ShouldBeRefused(404, "import.not-found");
    }
}
