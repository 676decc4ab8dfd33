using Modular.PurchaseReview;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class PassCasesTests(App app)
{
    [Fact]
    public async Task Many_are_endorsed_at_once_by_the_unit_the_department_and_the_centre()
    {
        var us = await Purchases.In(app);
        IReadOnlyList<SavedCase> cases = [await us.Submitted(), await us.Submitted(Purchases.Wish("质谱仪"))];
        async Task Pass(Client by, string step, CaseState to)
        {
            (await by.Post<BulkReport>($"{Purchases.Address}/{step}", All(cases))).ShouldSatisfyAllConditions(r => r.Done.ShouldBe(2), r => r.Refused.ShouldBe(0));
            foreach (var each in cases) (await us.Read(each)).State.ShouldBe(to);
            cases = [.. cases.Select(each => each with { Version = each.Version + 1 })];
        }

        await Pass(us.Administrator, "unit-review", CaseState.UnitEndorsed);
        await Pass(us.Reviewer, "supervisor-review", CaseState.SupervisorEndorsed);
        await Pass(us.Centre, "completeness", CaseState.Complete);
        await app.DeliverEvents();

        (await us.Liaison.Get<Page<NoticeRow>>("/api/units/account/notices")).Items.Count(n => n.Kind == "purchase.complete").ShouldBe(2);
        (await us.Centre.Get<Page<AuditRow>>($"/api/purchase-review/audit?subject={cases[1].Id}&action=purchase.complete")).Total.ShouldBe(1);
    }

    // What one of them stands in the way of does not stop the others.
    [Fact]
    public async Task Each_by_itself_what_cannot_be_done_says_why()
    {
        var us = await Purchases.In(app);
        var (ready, stale, early, foreign) = (await us.UnitEndorsed(), await us.UnitEndorsed(), await us.Submitted(), await (await Purchases.In(app)).UnitEndorsed());

        var report = await us.Reviewer.Post<BulkReport>($"{Purchases.Address}/supervisor-review", All([ready, stale with { Version = stale.Version - 1 }, early, foreign]));

        report.Rows.Select(row => row.Code).ShouldBe([null, "purchase.changed-meanwhile", "purchase.wrong-state", "purchase.not-found"]);
        (report.Done, report.Refused).ShouldBe((1, 3));
        (await us.Read(stale)).State.ShouldBe(CaseState.UnitEndorsed);
        report.Rows[3].Name.ShouldBeNull("a foreign case is as good as missing");
    }

    [Fact]
    public async Task Only_by_whose_step_it_is_and_none_twice()
    {
        var us = await Purchases.In(app);
        var at = await us.Submitted();
        await us.Liaison.Post($"{Purchases.Address}/unit-review", All([at])).ShouldBeRefused(403, "permission.missing");
        await us.Administrator.Post($"{Purchases.Address}/unit-review", All([])).ShouldBeRefused(400, "request.invalid");
        await us.Administrator.Post($"{Purchases.Address}/unit-review", All([at, at])).ShouldBeRefused(400, "request.invalid");
    }

    static PassCases All(IReadOnlyList<SavedCase> cases) => new([.. cases.Select(each => new CaseVersion(each.Id, each.Version))]);
}
