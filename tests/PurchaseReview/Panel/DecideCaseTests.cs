using Modular.Contracts.Evaluation;
using Modular.Evaluation;
using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class DecideCaseTests(App app)
{
    // P-7
    [Fact]
    public async Task Passed_as_applied_for_and_the_unit_is_told()
    {
        var panel = await Panels.Decided(app);

        var read = await panel.Us.Read(panel.Cases[0], panel.Us.Liaison);
        (read.State, read.Decision!.Outcome, read.Decision.GrantedFen).ShouldBe((CaseState.Decided, Outcome.Passed, 360_000_000));
        read.Panel.ShouldBeNull();
        await app.DeliverEvents();
        (await panel.Us.Liaison.Get<Page<Modular.Units.NoticeRow>>("/api/units/account/notices")).Items.ShouldContain(n => n.Kind == "purchase.decided");
        (await panel.Centre.Get<RoundDetails>($"{Panels.Address}/{panel.Round.Id}")).ShouldSatisfyAllConditions(r => r.State.ShouldBe(RoundState.Closed), r => r.GrantedFen.ShouldBe(360_000_000));
    }

    [Fact]
    public async Task Adjusted_in_number_and_price_never_above_and_never_to_the_same()
    {
        var panel = await Panels.Voted(app, Outcome.Adjusted);
        var wish = (await panel.Read()).Wishes[0].Id;

        await panel.Decide(Outcome.Adjusted, [new GrantedWish(wish, 2, 100)]).ShouldBeRefused(422, "panel.numbers");
        await panel.Decide(Outcome.Adjusted, [new GrantedWish(wish, 1, 360_000_000)]).ShouldBeRefused(422, "panel.numbers");
        await panel.Decide(Outcome.Adjusted, [new GrantedWish(wish, 0, 100)]).ShouldBeRefused(422, "panel.numbers");
        await panel.Decide(Outcome.Adjusted, [new GrantedWish(wish, 1, 200_000_000)]);

        var read = await panel.Read();
        (read.Decision!.GrantedFen, read.Wishes[0].GrantedPriceFen, read.Decision.Reason).ShouldBe((200_000_000, 200_000_000, "as discussed"));
        read.Panel!.Members.Count(m => m.Vote == Outcome.Adjusted).ShouldBe(6, "votes are by name and kept");
    }

    // R-5, IM 24: what came up after the application stands in the way of granting, and not of rejecting.
    [Fact]
    public async Task Nothing_is_granted_to_a_unit_whose_purchases_have_been_restricted_since()
    {
        var (granted, rejected) = (await Panels.Voted(app, Outcome.Passed), await Panels.Voted(app, Outcome.Rejected));
        foreach (var panel in new[] { granted, rejected })
        {
            var officer = await app.SignedIn("policyOfficer", await app.NewOffice(panel.Us.Region));
            await officer.Sets("unqualifiedBlocks", 1, app.Clock.Today());
            await officer.Post<SavedGrade>(Grading.Address, Grading.Today(app, panel.Us.Unit.Id));
        }

        await granted.Decide(Outcome.Passed).ShouldBeRefused(422, "purchase.restricted");
        (await granted.Read()).Standing.Restriction!.Year.ShouldBe(app.Clock.Today().Year - 1);
        await rejected.Decide(Outcome.Rejected);
    }

    [Fact]
    public async Task Nothing_that_the_votes_do_not_carry()
    {
        var panel = await Panels.Discussing(app);
        foreach (var member in panel.Members.Take(4)) await Panels.Vote(member.Person, panel.Cases[0].Id, Outcome.Passed);
        await panel.Decide(Outcome.Passed).ShouldBeRefused(422, "panel.votes-missing");
        await Panels.Vote(panel.Expert.Person, panel.Cases[0].Id, Outcome.Rejected);
        await panel.Decide(Outcome.Rejected).ShouldBeRefused(422, "panel.against-vote");
        await panel.Decide(Outcome.Passed);
        await panel.Decide(Outcome.Passed).ShouldBeRefused(409, "purchase.wrong-state");
    }
}
