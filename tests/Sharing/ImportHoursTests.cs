using Modular.Contracts.Sharing;
using Modular.Instruments;
using Modular.Shared;
using Modular.Sharing;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sharing;

public class ImportHoursTests(App app)
{
    static byte[] List(params string[] rows) => Imports.Csv(["资产编号,年运行机时,年对外服务机时", .. rows]);

    [Fact]
    public async Task A_previewed_list_is_taken_whole_and_a_second_time_changes_nothing()
    {
        var liaison = await app.SignedIn("liaison");
        foreach (var number in new[] { "A1", "A2" }) await liaison.Registered(with: record => record.AssetNumber = number);
        var file = List("A1,\"1,200.5\",300", "A2,800h,");

        (await liaison.TakeHours(file, 2024, (await liaison.PreviewHours(file, 2024)).Fingerprint)).ShouldBe(new ImportedHours(2, 0));
        (await liaison.TakeHours(file, 2024, (await liaison.PreviewHours(file, 2024)).Fingerprint)).ShouldBe(new ImportedHours(0, 2));

        (await liaison.Hours(2024, "sort=assetNumber")).Items.Select(row => row.Declared).ShouldBe([new UsageFigure(1200.5m, 300), new UsageFigure(800, null)]);
    }

    [Fact]
    public async Task One_refused_row_keeps_all_out_and_what_was_not_previewed_is_not_taken()
    {
        var liaison = await app.SignedIn("liaison");
        var id = (await liaison.Registered(with: record => record.AssetNumber = "A1")).Id;
        var (bad, good) = (List("A1,10,1", "NOSUCH,1,1"), List("A1,10,1"));

        await liaison.TakeHours(bad, 2024, (await liaison.PreviewHours(bad, 2024)).Fingerprint).ShouldBeRefused(422, "hours-import.refused-rows");
        var seen = (await liaison.PreviewHours(good, 2024)).Fingerprint;
        await liaison.TakeHours(good, 2023, seen).ShouldBeRefused(409, "hours-import.changed-meanwhile");
        await liaison.Declare(2024, (id, 5, 0, 0));
        await liaison.TakeHours(good, 2024, seen).ShouldBeRefused(409, "hours-import.changed-meanwhile");
        (await liaison.Hours(2024)).Items.Single().Declared.ShouldBe(new UsageFigure(5, 0));
    }
}
