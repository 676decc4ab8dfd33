using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListImportRowsTests(App app)
{
    [Fact]
    public async Task Rows_are_paged_and_filtered_on_the_server()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv(["资产编号,仪器名称,建账日期", .. Enumerable.Range(1, 30).Select(n => $"N-{n:D2},显微镜,{(n % 10 == 0 ? "昨天" : "2019-05-20")}")]));

        var page = await liaison.Get<Page<ImportedRow>>($"{Imports.Address}/{import.Id}/rows?page=2&size=8");
        (page.Total, page.Items[0].Number, page.Items.Count).ShouldBe((30, 10, 8));
        (await liaison.Rows(import.Id, "outcome=refuse")).Select(r => r.Number).ShouldBe([11, 21, 31]);
        var faulty = await liaison.Rows(import.Id, "faultCode=date.unreadable");
        faulty.Count.ShouldBe(3);
        faulty[0].Faults.First(f => f.Severity == FaultSeverity.Error).ShouldSatisfyAllConditions(
            f => f.Code.ShouldBe("date.unreadable"), f => f.Column.ShouldBe("C 建账日期"), f => f.Content.ShouldBe("昨天"), f => f.Message.ShouldBe("Not a date."));
        (await liaison.Rows(import.Id, "faultCode=date")).ShouldBeEmpty();
    }

    [Fact]
    public async Task However_many_rows_a_list_has_a_page_costs_the_same()
    {
        var liaison = await app.SignedIn("liaison");
        var few = await liaison.Upload(Imports.Csv("资产编号,仪器名称", "1,显微镜"));
        var many = await liaison.Upload(Imports.Csv(["资产编号,仪器名称", .. Enumerable.Range(1, 150).Select(n => $"{n},显微镜")]));

        await liaison.Rows(few.Id);
        var cost = liaison.Statements;
        await liaison.Rows(many.Id);

        liaison.Statements.ShouldBeLessThanOrEqualTo(cost + 1);
    }

    [Fact]
    public async Task Rows_of_other_organisations_lists_are_not_there()
    {
        var import = await (await app.SignedIn("liaison")).Upload(Imports.Csv("仪器名称", "显微镜"));

        await (await app.SignedIn("liaison")).Rows(import.Id).ShouldBeRefused(404, "import.not-found");
    }
}
