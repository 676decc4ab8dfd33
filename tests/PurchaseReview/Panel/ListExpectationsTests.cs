using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ListExpectationsTests(App app)
{
    const string Address = "/api/purchase-review/expectations";

    // an approved purchase is awaited, and ends when the instrument is on the platform.
    [Fact]
    public async Task It_ends_when_an_instrument_of_the_kind_is_listed_and_not_by_what_was_there_before()
    {
        var panel = await Panels.Decided(app);
        var us = panel.Us;
        async Task<ExpectationRow> Row() => (await us.Liaison.Get<Page<ExpectationRow>>($"{Address}?size=200")).Items.Single(row => row.CaseId == panel.Cases[0].Id);

        (await Row()).ShouldSatisfyAllConditions(row => row.MetOn.ShouldBeNull(), row => row.Overdue.ShouldBeFalse(), row => row.DueOn.ShouldBe(app.Clock.Today().AddYears(1)));
        await Listed(us, "扫描电子显微镜", bookedOn: new DateOnly(2019, 1, 1));
        await Listed(us, "离心机", app.Clock.Today());
        (await Row()).MetOn.ShouldBeNull();
        var bought = await Listed(us, "场发射扫描电子显微镜", app.Clock.Today());
        (await Row()).InstrumentId.ShouldBe(bought);
        await Listed(us, "扫描电镜", app.Clock.Today());
        (await Row()).InstrumentId.ShouldBe(bought, "one instrument, one expectation");
        (await us.Liaison.Get<Page<ExpectationRow>>($"{Address}?state=met")).Items.ShouldContain(row => row.InstrumentId == bought);
        (await us.Liaison.Get<Page<ExpectationRow>>($"{Address}?state=open")).Items.ShouldNotContain(row => row.InstrumentId == bought);
        (await (await app.SignedIn("liaison")).Get<Page<ExpectationRow>>(Address)).Total.ShouldBe(0);
    }

    // what was promised for earlier purchases stands on top of the next application.
    [Fact]
    public async Task A_promise_and_what_came_of_it_stand_on_top_of_the_next_case()
    {
        var panel = await Panels.Decided(app);
        await app.InDatabase<PurchaseReviewDb, int>(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(
            db.Expectations.Where(e => e.CaseId == panel.Cases[0].Id), set => set.SetProperty(e => e.DueOn, app.Clock.Today().AddDays(-1))));

        var next = await panel.Us.Read(await panel.Us.Submitted(Purchases.Wish("离心机", 80_000)), panel.Us.Administrator);

        next.Standing.Promises.Single().ShouldSatisfyAllConditions(p => p.PromisedHours.ShouldBe(1600), p => p.Overdue.ShouldBeTrue(), p => p.ActualHours.ShouldBeNull());
        (await panel.Us.Centre.Get<Page<ExpectationRow>>($"{Address}?state=overdue")).Items.Single().CaseId.ShouldBe(panel.Cases[0].Id);
    }

    // who is recused from the earlier case learns nothing of it from the next one either.
    [Fact]
    public async Task A_recused_official_finds_no_promise_of_the_case_on_top_of_another()
    {
        var panel = await Panels.Discussing(app);
        var (official, judged) = (panel.Members[0].Person, panel.Cases[0].Id);
        await Panels.Declare(official, judged, conflict: true);
        foreach (var member in panel.Members.Skip(1)) await Panels.Vote(member.Person, judged, Outcome.Passed);
        await panel.Decide(Outcome.Passed);
        var next = await panel.Us.Submitted(Purchases.Wish("离心机", 80_000));

        (await panel.Us.Read(next, official)).Standing.Promises.ShouldBeEmpty();
        (await panel.Us.Read(next, panel.Members[1].Person)).Standing.Promises.Count.ShouldBe(1);
        (await official.Get<Page<ExpectationRow>>(Address)).Items.ShouldNotContain(row => row.CaseId == judged);
    }

    [Fact]
    public async Task Nothing_is_awaited_of_a_rejected_case_and_nothing_twice_after_an_objection()
    {
        var panel = await Panels.Decided(app, Outcome.Rejected);
        (await panel.Centre.Get<Page<ExpectationRow>>(Address)).Total.ShouldBe(0);

        var passed = await Panels.Decided(app);
        var at = await passed.Us.Read(passed.Cases[0]);
        var objected = await passed.Us.Liaison.Post<SavedCase>($"{Purchases.Address}/{at.Id}/objection", new ObjectToDecision("look again", at.Version));
        await passed.Centre.Post<SavedCase>($"{Purchases.Address}/{at.Id}/objection/answer", new AnswerObjection(true, "again", objected.Version));
        (await passed.Centre.Get<Page<ExpectationRow>>(Address)).Total.ShouldBe(0);
        await passed.Decide(Outcome.Passed);
        (await passed.Centre.Get<Page<ExpectationRow>>(Address)).Total.ShouldBe(1);
    }

    async Task<Guid> Listed(Purchases us, string name, DateOnly bookedOn)
    {
        var draft = await us.Liaison.Registered(name, record => (record.BookedOn, record.AcceptedOn, record.Model) = (bookedOn, bookedOn, $"M{Some.Number()}"));
        await us.Liaison.Post<BulkReport>("/api/instruments/submit", new Modular.Instruments.SubmitInstruments([new Modular.Instruments.InstrumentVersion(draft.Id, draft.Version)]));
        await us.Reviewer.Post<BulkReport>("/api/instruments/approve", new Modular.Instruments.ApproveInstruments([new Modular.Instruments.InstrumentVersion(draft.Id, draft.Version + 1)]));
        await app.DeliverEvents();
        return draft.Id;
    }
}
