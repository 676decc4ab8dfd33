using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ReviewCaseInUnitTests(App app)
{
    [Fact]
    public async Task It_goes_on_or_back_to_the_unit_with_remarks()
    {
        var us = await Purchases.In(app);
        Task<SavedCase> Review(Client person, SavedCase at, bool pass, string? reason = null, params CaseRemark[] remarks) =>
            person.Post<SavedCase>($"{Purchases.Address}/{at.Id}/unit-review", new ReviewCaseInUnit(pass, reason, remarks, at.Version));
        var (one, other) = (await us.Submitted(), await us.Submitted());

        var passed = await us.Read(await Review(us.Administrator, one, true), us.Administrator);
        passed.State.ShouldBe(CaseState.UnitEndorsed);
        await Review(us.Administrator, other, false).ShouldBeRefused(400, "request.invalid");
        var returned = await us.Read(await Review(us.Administrator, other, false, "mend it", new CaseRemark("wishes.0.quotations", "no seal")));
        (returned.State, returned.Steps[^1].Reason).ShouldBe((CaseState.Returned, "mend it"));
        returned.Remarks.ShouldBe([new CaseRemark("wishes.0.quotations", "no seal")]);
        returned.Actions.ShouldBe(["edit", "submit", "withdraw"]);
    }

    [Fact]
    public async Task Nobody_else_may_and_nobody_twice()
    {
        var us = await Purchases.In(app);
        var at = await us.Submitted();
        Task Review(Client person, int version) => person.Post($"{Purchases.Address}/{at.Id}/unit-review", new ReviewCaseInUnit(true, null, null, version));

        await Review(us.Liaison, at.Version).ShouldBeRefused(403, "permission.missing");
        await Review(await app.SignedIn("unitAdministrator"), at.Version).ShouldBeRefused(404, "purchase.not-found");
        await Review(us.Administrator, at.Version);
        await Review(us.Administrator, at.Version).ShouldBeRefused(409, "purchase.changed-meanwhile");
        await Review(us.Administrator, at.Version + 1).ShouldBeRefused(409, "purchase.wrong-state");
    }

    //
    [Fact]
    public async Task Those_it_waits_for_are_told()
    {
        var us = await Purchases.In(app);
        await us.Submitted();
        await app.DeliverEvents();

        (await us.Administrator.Get<Page<Modular.Units.NoticeRow>>("/api/units/account/notices")).Items.ShouldContain(notice => notice.Kind == "purchase.submitted");
    }
}
