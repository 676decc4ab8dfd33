using System.Text;
using Modular.PurchaseReview;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ExportRoundTests(App app)
{
    // The panel spends the budget in the order of the ranks: what is applied for, granted and left stands row by row.
    [Fact]
    public async Task The_ranking_leaves_with_its_amounts_and_what_is_left_of_the_budget()
    {
        var panel = await Panels.Voted(app, Outcome.Passed, cases: 2);
        await panel.Decide(Outcome.Passed);
        var (first, second) = ((await panel.Read()).Number, (await panel.Read(at: 1)).Number);

        var rows = (await Taken(panel, panel.Centre)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        rows[0].ShouldContain("预算 10,000,000.00 元");
        rows[2].ShouldContain(first);
        rows[2].ShouldContain("3600000,3600000,已决定,通过,3600000,3600000,6400000");
        rows[3].ShouldContain(second);
        rows[3].ShouldContain("3600000,7200000,集体评议中,,,,");
    }

    //
    [Fact]
    public async Task A_recused_member_takes_nothing_of_the_case_out_not_even_in_the_sums()
    {
        var panel = await Panels.Convened(app, cases: 2);
        await Panels.Declare(panel.Expert.Person, panel.Cases[0].Id, conflict: true);
        var number = (await panel.Read()).Number;

        var taken = await Taken(panel, panel.Expert.Person);

        taken.ShouldNotContain(number);
        taken.ShouldNotContain("7200000");
        await (await app.SignedIn("liaison")).Get<object>($"{Panels.Address}/{panel.Round.Id}/export").ShouldBeRefused(404, "round.not-found");
    }

    static async Task<string> Taken(Panels panel, Client by) => Encoding.UTF8.GetString(await by.Download($"{Panels.Address}/{panel.Round.Id}/export?format=csv"));
}
