using Modular.Units;
using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ConveneRoundTests(App app)
{
    // R-4, AX 二: finance, science, education and experts of the field; the numbers are policy.
    [Fact]
    public async Task The_panel_is_held_against_the_regions_policy()
    {
        var panel = await Panels.In(app);
        async Task Without(string code, params int[] members)
        {
            panel.Round = await panel.Centre.Put<SavedRound>($"{Panels.Address}/{panel.Round.Id}", new EditRound(panel.Facts([.. members.Select(at => panel.Members[at].Account.Id)]), panel.Round.Version));
            await panel.Convene().ShouldBeRefused(422, code);
        }

        await Without("panel.too-small", 3, 4);
        await Without("panel.office-missing", 0);
        var officer = await app.SignedIn("policyOfficer", await app.NewOffice(panel.Us.Region));
        await officer.Sets("panelFieldExperts", 4, app.Clock.Today());
        await Without("panel.too-few-experts");
    }

    // own unit, affiliated unit, same project. Derived, not declared.
    [Fact]
    public async Task Conflicts_that_follow_from_what_is_known_set_a_member_apart_at_once()
    {
        var panel = await Panels.Convened(app, cases: 1, before: async at =>
        {
            var expert = at.Expert.Account.Id;
            await at.Centre.Put($"/api/purchase-review/experts/{expert}", new EnterExpert(Seat.Field, ["01"], at.Us.Unit.Id, [], 0));
        });

        (await panel.Read()).Panel!.Members.Single(m => m.Recused).ShouldSatisfyAllConditions(m => m.Name.ShouldBe(panel.Expert.Account.DisplayName), m => m.Conflict.ShouldBe(Conflict.OwnUnit));
        await panel.Read(panel.Expert.Person).ShouldBeRefused(404, "purchase.not-found");
    }

    [Fact]
    public async Task An_affiliated_unit_and_the_same_project_are_conflicts_too_and_too_many_of_them_stop_it()
    {
        var panel = await Panels.In(app);
        var partner = await app.Unit(panel.Us.Bureau);
        var code = (await app.Stored<ManagingUnit>(partner.Id))!.CreditCode;
        var policy = await app.SignedIn("policyOfficer", await app.NewOffice(panel.Us.Region));
        await policy.Post("/api/units/affiliations", new DeclareAffiliation(panel.Us.Unit.Id, code, AffiliationKind.SameFounder, app.Clock.Today().AddDays(-1), null, "note"));
        var project = (await panel.Read()).Facts.ProjectNumber!;
        Task Enter(int at, Guid? unit, params string[] projects) => panel.Centre.Put($"/api/purchase-review/experts/{panel.Members[at].Account.Id}", new EnterExpert(Seat.Field, [], unit, projects, 0));
        await Enter(5, partner.Id);
        await Enter(4, null, project.ToLowerInvariant());

        var rows = await panel.Centre.Get<IReadOnlyList<ExpertRow>>($"/api/purchase-review/experts?roundId={panel.Round.Id}");
        rows.Where(row => row.Conflicts.Count > 0).Select(row => row.Conflicts[0].Conflict).ShouldBe([Conflict.AffiliatedUnit, Conflict.SameProject], ignoreOrder: true);
        await panel.Convene().ShouldBeRefused(422, "panel.too-many-conflicts");
    }

    [Fact]
    public async Task Members_are_told_in_words_that_say_nothing_of_a_case()
    {
        var panel = await Panels.Convened(app);
        await app.DeliverEvents();

        var notice = (await panel.Expert.Person.Get<Page<NoticeRow>>("/api/units/account/notices")).Items.Single(n => n.Kind == "panel.convened");
        notice.Link.ShouldBe($"/purchases/rounds/{panel.Round.Id}");
        notice.Words.Values.ShouldNotContain(word => word.Contains(panel.Us.Unit.Name, StringComparison.Ordinal));
        await panel.Convene().ShouldBeRefused(409, "round.wrong-state");
    }
}
