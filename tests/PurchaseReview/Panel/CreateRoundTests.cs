using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class CreateRoundTests(App app)
{
    [Fact]
    public async Task A_round_takes_complete_cases_in_their_order_and_a_panel()
    {
        var panel = await Panels.In(app, cases: 2);

        var read = await panel.Centre.Get<RoundDetails>($"{Panels.Address}/{panel.Round.Id}");

        (read.State, read.Members.Count, read.AppliedFen).ShouldBe((RoundState.Open, 6, 720_000_000));
        read.Cases.Select(c => c.Id).ShouldBe(panel.Cases.Select(c => c.Id));
        read.Cases.Select(c => c.Rank).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Only_what_is_complete_and_free_and_only_who_may_sit()
    {
        var panel = await Panels.In(app);
        Task Create(RoundFacts facts) => panel.Centre.Post(Panels.Address, new CreateRound(facts));

        await Create(panel.Facts()).ShouldBeRefused(422, "round.case-not-ready");
        await Create(panel.Facts() with { CaseIds = [(await panel.Us.SupervisorEndorsed()).Id] }).ShouldBeRefused(422, "round.case-not-ready");
        await Create(panel.Facts() with { CaseIds = [(await (await Purchases.In(app)).Complete()).Id] }).ShouldBeRefused(404, "purchase.not-found");
        await Create(panel.Facts() with { CaseIds = [], Members = [new MemberFacts(Guid.CreateVersion7(), Seat.Field)] }).ShouldBeRefused(422, "panel.member-unknown");
        await Create(panel.Facts() with { Name = " " }).ShouldBeRefused(400, "request.invalid");
        await panel.Us.Liaison.Post(Panels.Address, new CreateRound(panel.Facts())).ShouldBeRefused(403, "permission.missing");
    }
}
