using System.Text;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class PreviewStaffImportTests(App app)
{
    [Fact]
    public async Task Each_row_tells_what_would_happen_and_nothing_happens()
    {
        var keeper = await app.SignedIn("liaison");
        await keeper.Enter(Some.StaffFacts("王丽"));
        await keeper.Enter(Some.StaffFacts("未列"));

        var preview = await keeper.Preview(StaffLists.Of("1,王丽,女,1985.06,硕士,正高级实验师,,,,,,", "2,李 强,男,1990年3月,博士研究生,,,,,5,,", "合计,,,,,,,,,,,"));

        (preview.Create, preview.Change, preview.Leave, preview.Refuse, preview.NotListed).ShouldBe((1, 1, 0, 0, 1));
        preview.Rows[0].Changes.ShouldBe([new StaffChange("title", "高级实验师", "正高级实验师")]);
        preview.Rows[1].ShouldSatisfyAllConditions(row => row.Number.ShouldBe(3), row => row.Name.ShouldBe("李强"));
        (await keeper.Staff()).Count.ShouldBe(2);
    }

    // Errors by row and column, as the spreadsheet shows them.
    [Theory]
    [InlineData("1,王丽,雌,1985-06,硕士,,,,,,,", "C 性别", "staff.gender", "雌")]
    [InlineData("1,王丽,女,八五年,硕士,,,,,,,", "D 出生年月", "staff.born-in", "八五年")]
    [InlineData("1,王丽,女,2020-01,硕士,,,,,,,", "D 出生年月", "staff.born-in", "2020-01")]
    [InlineData("1,王丽,女,1985-06,很高,,,,,,,", "E 学历/学位", "staff.education", "很高")]
    [InlineData("1,王丽,女,1985-06,硕士,,,,,多年,,", "J 从事分析测试年限", "staff.years", "多年")]
    [InlineData("1,王丽,女,1985-06,硕士,,,,,60,,", "J 从事分析测试年限", "staff.analyst-since", "60")]
    [InlineData("1,,女,1985-06,硕士,,,,,,,", "B 姓名", "staff.required", "")]
    [InlineData("1,王丽,女,,硕士,,,,,,,", "D 出生年月", "staff.required", "")]
    public async Task A_fault_names_row_column_and_content(string row, string column, string code, string content)
    {
        var preview = await (await app.SignedIn("liaison")).Preview(StaffLists.Of(row));

        preview.Refuse.ShouldBe(1);
        preview.Rows.Single().Number.ShouldBe(2);
        preview.Rows.Single().Faults.Single().ShouldSatisfyAllConditions(f => f.Column.ShouldBe(column), f => f.Code.ShouldBe(code), f => f.Content.ShouldBe(content));
    }

    [Fact]
    public async Task Two_rows_of_one_person_and_people_who_cannot_be_told_apart_are_refused()
    {
        var keeper = await app.SignedIn("liaison");
        await keeper.Enter(Some.StaffFacts("王丽") with { StaffNumber = "1" });
        await keeper.Enter(Some.StaffFacts("王丽") with { StaffNumber = "2" });

        var preview = await keeper.Preview(StaffLists.Of("1,王丽,女,1985-06,硕士,,,,,,,", "2,李强,男,1990-03,硕士,,,,,,,", "3,李强,男,1990-03,硕士,,,,,,,"));

        preview.Rows[0].Faults.Single().Code.ShouldBe("staff.several-alike");
        preview.Rows[2].Faults.Single().ShouldSatisfyAllConditions(f => f.Code.ShouldBe("staff.twice"), f => f.Content.ShouldBe("3"));
    }

    [Fact]
    public async Task Cells_typed_as_dates_and_numbers_are_read_and_what_cannot_be_told_is_asked()
    {
        var keeper = await app.SignedIn("liaison");
        var file = await Imports.Xlsx(["姓名", "性别", "出生年月", "学历", "分析测试年限（年）", "爱好"],
            ["甲", "男", new DateOnly(1985, 6, 1), "本科", 12, "x"], ["乙", "男", 198507, "大学专科", null, null], ["丙", "男", 1985.1, "本科", null, null]);

        var preview = await keeper.Preview(file);

        preview.Ignored.ShouldBe(["爱好"]);
        preview.Rows.Select(row => row.Outcome).ShouldBe([StaffOutcome.Create, StaffOutcome.Create, StaffOutcome.Refuse]);
        preview.Rows[2].Faults.Single().Code.ShouldBe("staff.born-in-ambiguous");
    }

    // S4 in little: whatever is sent, it is a refusal to its sender.
    [Fact]
    public async Task Hostile_and_foreign_files_are_refused()
    {
        var keeper = await app.SignedIn("liaison");
        var random = new Random(20260721);
        var noise = new byte[5000];
        random.NextBytes(noise);

        await keeper.Preview(Encoding.UTF8.GetBytes("a,b,c\r\n1,2,3")).ShouldBeRefused(422, "staff-import.no-header");
        await keeper.Preview(Files.Pdf).ShouldThrowAsync<Refusal>();
        await keeper.Preview([.. "PK\u0003\u0004"u8, .. noise]).ShouldThrowAsync<Refusal>();
        await keeper.Preview(Files.Office("[Content_Types].xml", "word/document.xml")).ShouldThrowAsync<Refusal>();
        var formula = await keeper.Preview(StaffLists.Of("1,=HYPERLINK(1),女,1985-06,硕士,,,,,,,"));
        formula.Rows.Single().Name.ShouldBe("=HYPERLINK(1)");
        var good = await Imports.Xlsx(["姓名", "性别", "出生年月", "学历"], ["甲", "男", "1985-06", "本科"]);
        for (var i = 0; i < 300; i++)
        {
            var broken = (byte[])good.Clone();
            for (var flips = 0; flips < 4; flips++) broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
            using var answer = await keeper.Send(HttpMethod.Post, "/api/units/staff/import/preview", Imports.Form(broken, "staff.xlsx"));
            ((int)answer.StatusCode).ShouldBeOneOf(200, 422);
        }

        var endless = StaffLists.Of([.. Enumerable.Range(1, 5001).Select(i => $"{i},甲{i},男,1985-06,本科,,,,,,,")]);
        await keeper.Preview(endless).ShouldBeRefused(422, "sheet.too-many-rows");
    }
}
