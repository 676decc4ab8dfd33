using Modular.Contracts.Sharing;
using Modular.Instruments;
using Modular.Shared;
using Modular.Sharing;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sharing;

public class PreviewHoursImportTests(App app)
{
    static byte[] List(params string[] rows) => Imports.Csv(["序号,资产编号,年运行机时（小时）,年对外服务机时", .. rows]);

    [Theory]
    [InlineData("1,NOSUCH,100,10", "B 资产编号", "hours.no-such-instrument")]
    [InlineData("1,,100,10", "B 资产编号", "hours.no-number")]
    [InlineData("1,A1,很多,10", "C 年运行机时（小时）", "hours.not-a-number")]
    [InlineData("1,A1,9000,10", "C 年运行机时（小时）", "hours.out-of-range")]
    [InlineData("1,A1,100,110", "D 年对外服务机时", "hours.external-above-effective")]
    [InlineData("1,A1,,110", "C 年运行机时（小时）", "hours.effective-missing")]
    public async Task A_fault_names_row_and_column(string row, string column, string code)
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Registered(with: record => record.AssetNumber = "A1");

        var preview = await liaison.PreviewHours(List(row), 2024);

        preview.Refuse.ShouldBe(1);
        preview.Rows.Single().ShouldSatisfyAllConditions(r => r.Number.ShouldBe(2), r => r.Faults.Single().Column.ShouldBe(column), r => r.Faults.Single().Code.ShouldBe(code));
        (await liaison.Hours(2024)).Declared.ShouldBe(0);
    }

    [Fact]
    public async Task More_than_rated_is_taken_but_told_and_twice_is_refused()
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Registered(with: record => record.AssetNumber = "A1");

        var preview = await liaison.PreviewHours(List("1,A1,5000,10", "2,a1,10,1"), 2024);

        (preview.Change, preview.AboveRated, preview.Refuse).ShouldBe((1, 1, 1));
        preview.Rows[1].Faults.Single().Code.ShouldBe("hours.twice");
    }

    [Fact]
    public async Task Hostile_files_are_refused()
    {
        var liaison = await app.SignedIn("liaison");
        var random = new Random(20260722);
        await liaison.PreviewHours(Imports.Csv("a,b", "1,2"), 2024).ShouldBeRefused(422, "hours-import.no-header");
        await liaison.PreviewHours(List(), 1990).ShouldBeRefused(400, "request.invalid");
        var good = await Imports.Xlsx(["资产编号", "年运行机时"], ["A1", 12.5]);
        for (var i = 0; i < 100; i++)
        {
            var broken = (byte[])good.Clone();
            for (var flips = 0; flips < 4; flips++) broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
            await Refused(liaison.PreviewHours(broken, 2024));
        }
    }

    static async Task Refused(Task<HoursImportPreview> preview)
    {
        try
        {
            await preview;
        }
        catch (Refusal refusal)
        {
            refusal.Status.ShouldBe(422);
        }
    }
}
