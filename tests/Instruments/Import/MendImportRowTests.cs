using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class MendImportRowTests(App app)
{
    [Fact]
    public async Task Wrong_rows_are_mended_in_place_and_the_counts_follow()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称,建账日期,原值（万元）", "J-1,显微镜,2013-02-30,41", "J-2,离心机,2013.5,不详价"));
        import.Counts.Refuse.ShouldBe(2);

        var first = await liaison.Mend(import, 2, import.Version, ("bookedOn", "２０１３年２月28日"));
        (first.Row.Outcome, first.Row.Values["bookedOn"], first.Counts.Create, first.Counts.Refuse).ShouldBe((RowOutcome.Create, "２０１３年２月28日", 1, 1));
        var second = await liaison.Mend(import, 3, first.Version, ("originalValueFen", "12.5万元"));
        second.Counts.Refuse.ShouldBe(0);

        var done = await app.Commit(liaison, import with { Version = second.Version });
        done.FaultGroups.ShouldNotContain(g => g.Severity == FaultSeverity.Error);
        var instruments = await liaison.Instruments();
        instruments.Select(i => (i.BookedOn, i.OriginalValueFen)).ShouldBe([(new DateOnly(2013, 2, 28), 41_000_000L), (new DateOnly(2013, 5, 1), 12_500_000L)]);
    }

    [Fact]
    public async Task What_is_typed_wrong_is_told_like_a_cell()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称", "L-1,显微镜"));

        var mended = await liaison.Mend(import, 2, import.Version, ("classCode", "123"), ("originCountry", "火星"));

        mended.Row.Outcome.ShouldBe(RowOutcome.Refuse);
        mended.Row.Faults.Where(f => f.Severity == FaultSeverity.Error).Select(f => f.FieldKey).ShouldBe(["classCode", "originCountry"], ignoreOrder: true);
    }

    [Fact]
    public async Task Numbers_that_repeat_are_mended_together()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称", "7,显微镜", "7,离心机"));
        import.Counts.Refuse.ShouldBe(2);

        var mended = await liaison.Mend(import, 3, import.Version, ("assetNumber", "8"));

        (mended.Counts.Create, mended.Counts.Refuse).ShouldBe((2, 0));
        (await liaison.Details(import.Id)).FaultGroups.ShouldNotContain(g => g.Code == "asset-number.repeated");
        var back = await liaison.Mend(import, 3, mended.Version, ("assetNumber", "7"));
        back.Counts.Refuse.ShouldBe(2);
    }

    [Fact]
    public async Task A_row_can_be_left_out_and_a_total_that_is_none_taken_in()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称,型号,原值（万元）", "M-1,显微镜,A,41", "M-2,,B,3", "合计,,,44"));
        (import.Counts.Refuse, import.Counts.Skipped).ShouldBe((1, 1));

        var left = await liaison.Put<MendedRow>($"{Imports.Address}/{import.Id}/rows/3", new MendImportRow(new Dictionary<string, string>(StringComparer.Ordinal), Skip: true, import.Version));
        (left.Row.Outcome, left.Row.LeftOut, left.Counts.Skipped, left.Counts.Refuse).ShouldBe((RowOutcome.Skipped, true, 2, 0));

        var taken = await liaison.Mend(import, 4, left.Version, ("nameZh", "合计仪"));
        (taken.Row.Outcome, taken.Counts.Skipped, taken.Counts.Create).ShouldBe((RowOutcome.Create, 1, 2));
    }

    [Fact]
    public async Task Rows_that_are_not_there_and_old_versions_are_refused()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("仪器名称", "显微镜"));

        await liaison.Mend(import, 99, import.Version, ("nameZh", "x")).ShouldBeRefused(404, "row.not-found");
        await liaison.Mend(import, 2, import.Version + 1, ("nameZh", "x")).ShouldBeRefused(409, "import.changed-meanwhile");
        await liaison.Mend(import, 2, import.Version, ("noField", "x")).ShouldBeRefused(400, "request.invalid");
    }
}
