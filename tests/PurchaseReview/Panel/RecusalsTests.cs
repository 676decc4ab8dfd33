using Modular.Contracts.Units;
using Modular.PurchaseReview;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

// conflicts that come up while a panel is at work.
public class RecusalsTests(App app)
{
    static readonly string[] Readings = ["", "?size=200", "/counts", "/export?format=csv"];

    // Whatever they ask first, the case is gone: each reading derives it anew.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whose_unit_becomes_affiliated_with_the_applicant_loses_sight_of_the_case_at_once(int asked)
    {
        var (panel, home) = await AtHome(seat: 1);
        var (member, gone) = (panel.Members[1].Person, panel.Cases[0].Id);
        await Panels.Declare(member, gone);
        await Panels.Advise(member, gone, text: "said before");
        await Affiliate(panel, home);

        if (asked < Readings.Length)
        {
            var answer = await member.Send(HttpMethod.Get, $"{Purchases.Address}{Readings[asked]}");
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain(gone.ToString());
        }
        else
        {
            (await member.Get<Page<AuditRow>>($"/api/purchase-review/audit?subject={gone}")).Total.ShouldBe(0);
        }

        (await member.Get<Page<RoundRow>>(Panels.Address)).Items.Single().Cases.ShouldBe(0);
        await panel.Read(member).ShouldBeRefused(404, "purchase.not-found");
        (await panel.Read()).Panel!.ShouldSatisfyAllConditions(
            p => (p.Sitting, p.Opinions).ShouldBe((5, 0)), p => p.Members.Single(m => m.Recused).ShouldSatisfyAllConditions(m => m.Conflict.ShouldBe(Conflict.AffiliatedUnit), m => m.Opinion.ShouldBeNull()));
        (await panel.Centre.Get<Page<AuditRow>>($"/api/purchase-review/audit?subject={gone}&action=panel.conflict-found")).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Neither_opinion_nor_vote_is_taken_from_them()
    {
        var (assessing, home) = await AtHome(seat: 5);
        await Panels.Declare(assessing.Expert.Person, assessing.Cases[0].Id);
        await Affiliate(assessing, home);
        await Panels.Advise(assessing.Expert.Person, assessing.Cases[0].Id).ShouldBeRefused(404, "purchase.not-found");

        var discussing = await Panels.Discussing(app);
        // Now known to work at the applicant.
        await discussing.Centre.Put($"/api/purchase-review/experts/{discussing.Expert.Account.Id}", new EnterExpert(Seat.Field, [], discussing.Us.Unit.Id, [], 0));
        await Panels.Vote(discussing.Expert.Person, discussing.Cases[0].Id, Outcome.Passed).ShouldBeRefused(404, "purchase.not-found");
    }

    // the quorum is of those who have a part in the case.
    [Fact]
    public async Task A_decision_counts_the_quorum_without_them_and_an_officer_reads_it_so()
    {
        var panel = await Panels.Voted(app, Outcome.Passed);
        foreach (var member in panel.Members.Take(2))
            await panel.Centre.Put($"/api/purchase-review/experts/{member.Account.Id}", new EnterExpert(member.Seat, [], panel.Us.Unit.Id, [], 0));

        await panel.Decide(Outcome.Passed).ShouldBeRefused(422, "panel.votes-missing");

        (await panel.Read()).Panel!.ShouldSatisfyAllConditions(p => (p.Sitting, p.Votes).ShouldBe((4, 4)));
        (await panel.Centre.Get<RoundDetails>($"{Panels.Address}/{panel.Round.Id}")).Cases.Single().ShouldSatisfyAllConditions(c => (c.Sitting, c.Votes).ShouldBe((4, 4)));
    }

    [Fact]
    public async Task The_discussion_counts_opinions_without_them()
    {
        var panel = await Panels.Convened(app);
        foreach (var member in panel.Members.Take(5))
        {
            await Panels.Declare(member.Person, panel.Cases[0].Id);
            await Panels.Advise(member.Person, panel.Cases[0].Id);
        }

        await panel.Centre.Put($"/api/purchase-review/experts/{panel.Members[0].Account.Id}", new EnterExpert(Seat.Finance, [], panel.Us.Unit.Id, [], 0));
        await panel.Centre.Post<SavedRound>($"{Panels.Address}/{panel.Round.Id}/discussion", new OpenDiscussion(panel.Round.Version)).ShouldBeRefused(422, "panel.opinions-missing");
    }

    // What was decided was decided by those who had a part in it then.
    [Fact]
    public async Task A_decided_case_stays_as_it_was_decided()
    {
        var panel = await Panels.Decided(app);
        await panel.Centre.Put($"/api/purchase-review/experts/{panel.Expert.Account.Id}", new EnterExpert(Seat.Field, [], panel.Us.Unit.Id, [], 0));

        (await panel.Read(panel.Expert.Person)).Panel!.Mine!.Vote.ShouldBe(Outcome.Passed);
        (await panel.Read()).Panel!.Votes.ShouldBe(6);
    }

    /// <summary>A convened panel of which one member works at a unit that has nothing to do with the applicant.</summary>
    async Task<(Panels Panel, Organisation Home)> AtHome(int seat)
    {
        var home = await app.Unit();
        var panel = await Panels.Convened(app, before: at => at.Centre.Put($"/api/purchase-review/experts/{at.Members[seat].Account.Id}", new EnterExpert(at.Members[seat].Seat, [], home.Id, [], 0)));
        return (panel, home);
    }

    async Task Affiliate(Panels panel, Organisation home)
    {
        var code = (await app.Stored<ManagingUnit>(panel.Us.Unit.Id))!.CreditCode;
        await (await app.SignedIn("liaison", home)).Post("/api/units/affiliations", new DeclareAffiliation(null, code, AffiliationKind.Shareholding, app.Clock.Today(), null, null));
    }
}
