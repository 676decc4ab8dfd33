using Modular.PurchaseReview;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class AppointMembersTests(App app)
{
    // two of six come into conflict, four are too few; without others the case could never be decided.
    [Fact]
    public async Task A_case_that_has_lost_its_quorum_to_conflicts_is_decided_with_others()
    {
        var panel = await Panels.Discussing(app);
        foreach (var member in panel.Members.Take(2)) await Panels.Declare(member.Person, panel.Cases[0].Id, conflict: true);
        foreach (var member in panel.Members.Skip(2)) await Panels.Vote(member.Person, panel.Cases[0].Id, Outcome.Passed);
        await panel.Decide(Outcome.Passed).ShouldBeRefused(422, "panel.votes-missing");

        var (account, person) = await Another();
        await Appoint(panel, account);

        await Panels.Vote(person, panel.Cases[0].Id, Outcome.Passed).ShouldBeRefused(409, "panel.declare-first");
        await Panels.Declare(person, panel.Cases[0].Id);
        // The others' opinions lie open to all but those who have not given theirs.
        (await panel.Read(person)).Panel!.Members.ShouldAllBe(m => m.Opinion == null && m.Recommendation == null);
        await Panels.Vote(person, panel.Cases[0].Id, Outcome.Passed).ShouldBeRefused(409, "panel.advise-first");
        await Panels.Advise(person, panel.Cases[0].Id, Outcome.Adjusted);
        (await panel.Read(person)).Panel!.Members.ShouldContain(m => m.Opinion == "needed");
        await Panels.Vote(person, panel.Cases[0].Id, Outcome.Passed);
        await panel.Decide(Outcome.Passed);
    }

    [Fact]
    public async Task Who_joins_is_told_and_set_apart_where_a_conflict_is_known()
    {
        var panel = await Panels.Convened(app);
        var (account, person) = await Another();
        await panel.Centre.Put($"/api/purchase-review/experts/{account.Id}", new EnterExpert(Seat.Field, [], panel.Us.Unit.Id, [], 0));
        var (free, known) = await Another();
        await Appoint(panel, account, free);
        await app.DeliverEvents();

        await panel.Read(person).ShouldBeRefused(404, "purchase.not-found");
        (await person.Get<Page<NoticeRow>>("/api/units/account/notices")).Items.ShouldBeEmpty();
        (await known.Get<Page<NoticeRow>>("/api/units/account/notices")).Items.ShouldHaveSingleItem().Kind.ShouldBe("panel.convened");
        (await panel.Centre.Get<RoundDetails>($"{Panels.Address}/{panel.Round.Id}")).Members.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Only_into_a_panel_at_work_and_nobody_twice()
    {
        var panel = await Panels.In(app);
        var (account, _) = await Another();
        await Appoint(panel, account).ShouldBeRefused(409, "round.wrong-state");
        panel.Round = await panel.Convene();
        await Appoint(panel, panel.Members[0].Account).ShouldBeRefused(422, "panel.member-sits");
        await panel.Centre.Post($"{Panels.Address}/{panel.Round.Id}/members", new AppointMembers([], panel.Round.Version)).ShouldBeRefused(400, "request.invalid");
        await Appoint(panel, account);
        await Appoint(panel, (await Another()).Account, stale: 1).ShouldBeRefused(409, "round.changed-meanwhile");
    }

    async Task<(Account Account, Client Person)> Another()
    {
        var account = await app.Account(app.ExpertPool, ["expert"]);
        return (account, await app.SignIn(account));
    }

    static Task Appoint(Panels panel, params Account[] accounts) => Appoint(panel, [.. accounts], stale: 0);

    static Task Appoint(Panels panel, Account account, int stale) => Appoint(panel, [account], stale);

    static async Task Appoint(Panels panel, List<Account> accounts, int stale) => panel.Round = await panel.Centre.Post<SavedRound>(
        $"{Panels.Address}/{panel.Round.Id}/members", new AppointMembers([.. accounts.Select(account => new MemberFacts(account.Id, Seat.Field))], panel.Round.Version - stale));
}
