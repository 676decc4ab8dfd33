using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ReviewExemptionTests(App app)
{
    // IM 13: the department agrees, then the region puts it on record.
    [Fact]
    public async Task The_department_passes_it_on_or_returns_it_with_a_reason()
    {
        var us = await Statements.In(app);

        var returned = await us.Read(await us.Reviewed(await us.Declared(), endorse: false));
        (returned.State, returned.Steps[^1].Reason).ShouldBe((ExemptionState.Returned, "say why"));
        returned.Actions.ShouldBe(["revise", "withdraw"]);

        var second = await us.Liaison.Registered();
        (await us.Read(await us.Reviewed(await us.Declared(Some.Exemption(second.Id))))).State.ShouldBe(ExemptionState.Endorsed);
    }

    [Fact]
    public async Task A_return_needs_a_reason_and_nobody_reviews_twice_or_what_is_not_theirs()
    {
        var us = await Statements.In(app);
        var declared = await us.Declared();
        Task<SavedExemption> Review(Client person, ReviewExemption how) => person.Post<SavedExemption>($"{Statements.Address}/{declared.Id}/review", how);

        await Review(us.Reviewer, new ReviewExemption(false, "", declared.Version)).ShouldBeRefused(400, "request.invalid");
        await Review(us.Liaison, new ReviewExemption(true, null, declared.Version)).ShouldBeRefused(403, "permission.missing");
        await Review(await app.SignedIn("reviewer"), new ReviewExemption(true, null, declared.Version)).ShouldBeRefused(404, "exemption.not-found");
        var endorsed = await us.Reviewed(declared);
        await Review(us.Reviewer, new ReviewExemption(true, null, declared.Version)).ShouldBeRefused(409, "exemption.changed-meanwhile");
        await Review(us.Reviewer, new ReviewExemption(true, null, endorsed.Version)).ShouldBeRefused(409, "exemption.cannot-review");
    }

    // whoever must act finds it in the page.
    [Fact]
    public async Task Each_step_is_told_to_those_it_waits_for()
    {
        var us = await Statements.In(app);
        async Task<IReadOnlyList<string>> Told(Client person)
        {
            await app.DeliverEvents();
            return [.. (await person.Get<Page<Modular.Units.NoticeRow>>("/api/units/account/notices")).Items.Select(notice => notice.Kind)];
        }

        var declared = await us.Declared();
        (await Told(us.Reviewer)).ShouldContain("exemption.submitted");
        var endorsed = await us.Reviewed(declared);
        (await Told(us.Officer)).ShouldContain("exemption.endorsed");
        await us.Filed(endorsed);
        (await Told(us.Liaison)).ShouldContain("exemption.filed");
    }
}
