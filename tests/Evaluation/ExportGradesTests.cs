using System.Text;
using Modular.Contracts.Evaluation;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Evaluation;

public class ExportGradesTests(App app)
{
    [Fact]
    public async Task What_is_filtered_leaves_as_a_spreadsheet_and_the_trail_says_so()
    {
        var us = await Grading.In(app);
        await us.Enter(Grade.Good, us.LastYear - 1);
        await us.Enter(Grade.Unqualified, document: "=1+1");

        var csv = Encoding.UTF8.GetString(await us.Officer.Download($"{Grading.Address}/export?format=csv&grade=unqualified"));
        csv.ShouldContain("不合格");
        csv.ShouldNotContain("良好");
        csv.ShouldNotContain(",=1+1", Case.Sensitive, "nothing that somebody typed is a formula");
        (await us.Officer.Get<Page<AuditRow>>("/api/evaluation/audit?action=grades.exported")).Total.ShouldBe(1);
        await us.Officer.Get<object>($"{Grading.Address}/export?format=pdf").ShouldBeRefused(400, "request.invalid");
    }
}
