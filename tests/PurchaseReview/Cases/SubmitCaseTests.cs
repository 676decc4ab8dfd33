using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Evaluation;
using Modular.Evaluation;
using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class SubmitCaseTests(App app)
{
    // each instrument is checked by itself, and what came out stays though the stock goes on.
    [Fact]
    public async Task Handing_in_checks_every_instrument_and_freezes_what_came_out()
    {
        var us = await Purchases.In(app);
        var model = $"QY{Random.Shared.Next(100_000, 999_999)}";
        var twin = await us.Liaison.Registered("场发射扫描电子显微镜", record => record.Model = model);
        await app.Services.GetRequiredService<StockFollower>().Follow(CancellationToken.None);

        var saved = await us.Submitted(Purchases.Wish(model: model), Purchases.Wish("量子引力波共振占卜机", model: null) with { NameEn = null, Manufacturer = null, Specifications = "?", Purpose = "?" });
        await us.Liaison.Delete($"/api/instruments/{twin.Id}?version={twin.Version}");

        var read = await us.Read(saved, us.Administrator);
        (read.State, read.SubmittedAt.HasValue).ShouldBe((CaseState.Submitted, true));
        read.Wishes.Select(wish => wish.Check!.State).ShouldBe(["found", "nothingFound"]);
        (read.Wishes[0].Check!.Band, read.Wishes[1].Check!.Band).ShouldBe(("sameModel", "none"));
        read.Wishes[0].Check!.Tests.Select(test => test.Code).ShouldBe(["saturated", "usage", "standardName", "notSplit"]);
        read.Wishes[0].Opinion!.ShouldContain("同型号");
        var check = await us.Administrator.Get<FrozenCheck>($"{Purchases.Address}/{saved.Id}/wishes/{read.Wishes[0].Id}/check");
        check.Answer.Hits[0].InstrumentId.ShouldBe(twin.Id);
        check.Answer.Hits[0].Group.ShouldBe("ownUnit");
        check.Answer.Hits[0].Contributions.ShouldContain(c => c.Feature == "model" && c.Agreement == "same");
        (check.Wish.Model, check.PolicyVersion.Length > 0).ShouldBe((model, true));
    }

    [Fact]
    public async Task What_is_not_said_is_named_and_three_quotations_are_needed()
    {
        var us = await Purchases.In(app);
        var draft = await us.Drafted(Purchases.Wish() with { Purpose = null, Quotations = [new Quotation("A", 100, null)] }, Purchases.Wish("离心机", 80_000) with { Quotations = [new Quotation("A", 100, null)] });

        var refusal = await us.Submit(draft).ShouldBeRefused(422, "purchase.incomplete");

        refusal.Errors.Keys.ShouldBe(["facts.wishes.0.purpose", "facts.wishes.0.quotations"], ignoreOrder: true);
        (await us.Read(draft)).State.ShouldBe(CaseState.Draft);
    }

    // R-5, IM 25
    [Fact]
    public async Task An_integrity_record_that_counts_stands_in_the_way_and_on_top()
    {
        var us = await Purchases.In(app);
        var officer = await app.SignedIn("policyOfficer", await app.NewOffice(us.Region));
        await officer.Post<object>("/api/units/integrity-records", Some.Integrity(us.Unit.Id));
        var draft = await us.Drafted();

        (await us.Read(draft)).Standing.Blocking!.Document.ShouldBe("Doc 18");
        await us.Submit(draft).ShouldBeRefused(422, "purchase.blocked");
    }

    // R-5, E-8, IM 24: dated policy says whether the grade stands in the way.
    [Fact]
    public async Task Who_is_putting_right_what_an_evaluation_found_applies_for_nothing_where_the_region_says_so()
    {
        var us = await Purchases.In(app);
        var officer = await app.SignedIn("policyOfficer", await app.NewOffice(us.Region));
        // Published under the policy of the day before: something to put right, and nothing that stands in the way.
        var year = app.Clock.Today().Year - 1;
        var earlier = await officer.Post<SavedGrade>(Grading.Address, new EnterGrade(us.Unit.Id, year, Grading.Facts(year, Grade.Unqualified)));
        var first = await us.Drafted();
        (await us.Read(first)).Standing.ShouldSatisfyAllConditions(
            s => (s.Grade!.Grade, s.Grade.Year, s.Grade.Document).ShouldBe((Grade.Unqualified, year, "Doc 5")), s => s.Measures.Select(m => m.Kind).ShouldBe([MeasureKind.Rectification]), s => s.Restriction.ShouldBeNull());
        await us.Submit(first);

        await officer.Post<SavedGrade>($"{Grading.Address}/{earlier.Id}/withdraw", new WithdrawGrade("published anew", earlier.Version));
        await officer.Sets("unqualifiedBlocks", 1, app.Clock.Today());
        var grade = await officer.Post<SavedGrade>(Grading.Address, Grading.Today(app, us.Unit.Id));
        var second = await us.Drafted(Purchases.Wish("离心机", 80_000));
        (await us.Read(second)).Standing.Restriction.ShouldNotBeNull();
        await us.Submit(second).ShouldBeRefused(422, "purchase.restricted");

        await officer.Post<SavedGrade>($"{Grading.Address}/{grade.Id}/rectification", new AcceptRectification(app.Clock.Today(), "inspected", grade.Version));
        (await us.Read(second)).Standing.ShouldSatisfyAllConditions(s => s.Measures.ShouldBeEmpty(), s => s.Grade!.Grade.ShouldBe(Grade.Unqualified));
        await us.Submit(second);
    }

    [Fact]
    public async Task The_same_order_twice_hands_in_once()
    {
        // With something found, which is the dearest way through it (P11).
        await (await app.SignedIn("liaison")).Registered("扫描电子显微镜", record => record.Model = "JSM-IT800");
        var us = await Purchases.In(app);
        var draft = await us.Drafted();
        async Task<int> Hand() => (int)(await us.Liaison.Send(HttpMethod.Post, $"{Purchases.Address}/{draft.Id}/submit", new SubmitCase(draft.Version), ("Idempotency-Key", draft.Id.ToString()))).StatusCode;

        (await Hand(), await Hand()).ShouldBe((200, 200));
        var read = await us.Read(draft);
        read.Steps.Count(step => step.Action == "submitted").ShouldBe(1);
        read.Wishes[0].Check!.Band.ShouldNotBe("none");
        await us.Submit(draft).ShouldBeRefused(409, "purchase.changed-meanwhile");
    }

    // P-10: two applications for one kind below the threshold are added up.
    [Fact]
    public async Task A_purchase_split_over_two_applications_is_seen()
    {
        var us = await Purchases.In(app);
        var first = await us.Read(await us.Submitted(Purchases.Wish(yuan: 300_000)), us.Liaison);
        var second = await us.Read(await us.Submitted(Purchases.Wish("扫描电镜", 300_000)), us.Liaison);

        first.Wishes[0].Check!.Tests.Single(test => test.Code == "notSplit").Outcome.ShouldBe("forPurchase");
        var split = second.Wishes[0].Check!.Tests.Single(test => test.Code == "notSplit");
        (split.Outcome, split.Value, split.Judged).ShouldBe(("against", 60m, 2));
    }
}
