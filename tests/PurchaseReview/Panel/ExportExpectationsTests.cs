using System.Text;
using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ExportExpectationsTests(App app)
{
    const string Address = "/api/purchase-review/expectations";

    [Fact]
    public async Task What_is_filtered_leaves_as_a_spreadsheet_and_never_of_a_case_from_which_one_is_recused()
    {
        var panel = await Panels.Discussing(app);
        var official = panel.Members[0].Person;
        await Panels.Declare(official, panel.Cases[0].Id, conflict: true);
        foreach (var member in panel.Members.Skip(1)) await Panels.Vote(member.Person, panel.Cases[0].Id, Outcome.Passed);
        await panel.Decide(Outcome.Passed);
        var number = (await panel.Read()).Number;
        static async Task<string> Taken(Client by, string filter) => Encoding.UTF8.GetString(await by.Download($"{Address}/export?format=csv{filter}"));

        (await Taken(panel.Centre, "")).ShouldSatisfyAllConditions(csv => csv.ShouldContain(number), csv => csv.ShouldContain("待入网"));
        (await Taken(panel.Centre, "&state=ended")).ShouldNotContain(number);
        (await Taken(official, "")).ShouldNotContain(number);
        (await panel.Centre.Get<Page<AuditRow>>("/api/purchase-review/audit?action=expectations.exported")).Total.ShouldBe(3, "whoever took it out, of the same region");
        await panel.Centre.Get<object>($"{Address}/export?format=pdf").ShouldBeRefused(400, "request.invalid");
    }
}
