using System.Text;
using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class DeclareConflictTests(App app)
{
    // Panel: conflicts declared before the dossier opens.
    [Fact]
    public async Task The_dossier_opens_when_it_is_said_that_there_is_none()
    {
        var panel = await Panels.Convened(app);
        var expert = panel.Expert.Person;

        await panel.Read(expert).ShouldBeRefused(409, "panel.declare-first");
        await Panels.Advise(expert, panel.Cases[0].Id).ShouldBeRefused(409, "panel.declare-first");
        await Panels.Declare(expert, panel.Cases[0].Id);
        (await panel.Read(expert)).Panel!.Mine.ShouldNotBeNull();
        await expert.Post($"{Purchases.Address}/{panel.Cases[0].Id}/declaration", new DeclareConflict(true, null)).ShouldBeRefused(400, "request.invalid");
        await Panels.Declare(await app.SignedIn("expert"), panel.Cases[0].Id).ShouldBeRefused(404, "purchase.not-found");
    }

    // R-7, S1: a recused member's lists, counts, searches, exports, files, rounds and notices know nothing of the case; by office or not.
    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    public async Task Who_is_recused_finds_the_case_nowhere(int at)
    {
        var panel = await Panels.Convened(app, cases: 2);
        var (member, gone, stays) = (panel.Members[at].Person, panel.Cases[0], panel.Cases[1]);
        foreach (var judged in panel.Cases) await Panels.Declare(member, judged.Id);
        await Panels.Advise(member, gone.Id, text: "said before");
        await Panels.Declare(member, gone.Id, conflict: true);
        var wish = (await panel.Read()).Wishes[0].Id;
        var number = (await panel.Read()).Number;
        var office = at == 0;

        (await member.Get<Page<CaseRow>>($"{Purchases.Address}?size=200")).Items.Select(row => row.Id).ShouldBe([stays.Id]);
        (await member.Get<Page<CaseRow>>($"{Purchases.Address}?size=1")).Total.ShouldBe(1);
        (await member.Get<Page<CaseRow>>($"{Purchases.Address}?search={number}")).Total.ShouldBe(0);
        (await member.Get<IReadOnlyList<CaseCount>>($"{Purchases.Address}/counts")).Sum(count => count.Count).ShouldBe(1);
        var csv = Encoding.UTF8.GetString(await member.Download($"{Purchases.Address}/export?format=csv"));
        csv.ShouldNotContain(number);
        if (office) (await member.Get<FoundList>($"/api/find?q={number}")).Items.ShouldBeEmpty();
        var round = await member.Get<RoundDetails>($"{Panels.Address}/{panel.Round.Id}");
        (round.Cases.Single().Id, round.AppliedFen).ShouldBe((stays.Id, 360_000_000));
        (await member.Get<Page<RoundRow>>(Panels.Address)).Items.Single(row => row.Id == panel.Round.Id).ShouldSatisfyAllConditions(row => row.Cases.ShouldBe(1), row => row.Mine.ShouldBe(1));
        await panel.Read(member).ShouldBeRefused(404, "purchase.not-found");
        await member.Get<FrozenCheck>($"{Purchases.Address}/{gone.Id}/wishes/{wish}/check").ShouldBeRefused(404, "wish.not-found");
        await Panels.Declare(member, gone.Id).ShouldBeRefused(404, "purchase.not-found");
        await Panels.Advise(member, gone.Id).ShouldBeRefused(404, "purchase.not-found");
        await Panels.Vote(member, gone.Id, Outcome.Passed).ShouldBeRefused(404, "purchase.not-found");
        await app.DeliverEvents();
        (await member.Get<Page<Modular.Units.NoticeRow>>("/api/units/account/notices?size=200")).Items.SelectMany(n => n.Words.Values.Append(n.Link))
            .ShouldNotContain(word => word.Contains(number, StringComparison.Ordinal) || word.Contains(gone.Id.ToString(), StringComparison.Ordinal));

        // And the others see that somebody is not there, and nothing of what was said before.
        (await panel.Read()).Panel!.Members.Single(m => m.Recused).ShouldSatisfyAllConditions(m => m.Opinion.ShouldBeNull(), m => m.OpinionGiven.ShouldBeFalse());
    }
}
