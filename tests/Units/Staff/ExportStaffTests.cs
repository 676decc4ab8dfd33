using Modular.Shared.Sheets;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ExportStaffTests(App app)
{
    [Fact]
    public async Task It_has_the_annexs_head_and_reads_back_as_the_same_people()
    {
        var bureau = await app.Supervisor();
        var keeper = await app.SignedIn("liaison", await app.Unit(bureau));
        await keeper.Enter(Some.StaffFacts("=王丽") with { StaffNumber = "1" });

        foreach (var format in new[] { "xlsx", "csv" })
        {
            var file = await keeper.Download($"/api/units/staff/export?format={format}");
            var preview = await keeper.Preview(file);
            (preview.Leave, preview.Rows.Count).ShouldBe((1, 1), format);
        }

        var xlsx = await keeper.Download("/api/units/staff/export");
        using var book = SheetReader.Open(new MemoryStream(xlsx), cancelled: TestContext.Current.CancellationToken);
        book.Sheets[0].Rows().First().Cells[0].Text.ShouldContain("在岗专职分析试验人员表");
    }

    [Fact]
    public async Task It_shows_no_more_of_a_person_than_the_page()
    {
        var region = await app.NewRegion();
        var bureau = await app.Supervisor(region);
        await (await app.SignedIn("liaison", await app.Unit(bureau))).Enter(Some.StaffFacts("其其格") with { StaffNumber = "N17" });

        var reviewed = System.Text.Encoding.UTF8.GetString(await (await app.SignedIn("reviewer", bureau)).Download("/api/units/staff/export?format=csv"));
        reviewed.ShouldSatisfyAllConditions(() => reviewed.ShouldContain("其其格"), () => reviewed.ShouldContain("138****1234"), () => reviewed.ShouldNotContain("N17"));
        var counted = System.Text.Encoding.UTF8.GetString(await (await app.SignedIn("policyOfficer", await app.NewOffice(region))).Download("/api/units/staff/export?format=csv"));
        counted.ShouldSatisfyAllConditions(() => counted.ShouldContain("其**"), () => counted.ShouldNotContain("其其格"), () => counted.ShouldNotContain("1234"), () => counted.ShouldNotContain("1985-06"));
    }
}
