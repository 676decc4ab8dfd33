using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Evaluation;
using Modular.Evaluation;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Evaluation;

public class UnitEvaluationsTests(App app)
{
    // E-10: what other modules are told, for the day they ask about.
    [Fact]
    public async Task It_answers_with_the_last_grade_of_the_day_and_what_holds_because_of_it()
    {
        var us = await Grading.In(app);
        await us.Enter(Grade.Unqualified, us.LastYear - 1);
        await us.Enter(Grade.Good);
        var published = new DateOnly(us.LastYear, 1, 1);

        (await Ask(published.AddDays(-1), us.Unit.Id)).ShouldBeNull();
        (await Ask(published, us.Unit.Id))!.ShouldSatisfyAllConditions(
            e => (e.LastGrade.Grade, e.LastGrade.Year).ShouldBe((Grade.Unqualified, us.LastYear - 1)),
            e => e.Measures.ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.Kind.ShouldBe(MeasureKind.Rectification), m => m.Due.ShouldBe(published.AddYears(1)), m => m.Overdue.ShouldBeFalse()));
        // Evaluated again with a better grade: it was put right (P-6).
        (await Ask(published.AddYears(1), us.Unit.Id))!.ShouldSatisfyAllConditions(e => e.LastGrade.Grade.ShouldBe(Grade.Good), e => e.Measures.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_merger_washes_nothing_away()
    {
        var us = await Grading.In(app);
        var into = await app.Unit(await app.Supervisor(us.Region));
        await us.Restricts();
        await us.Officer.Post<SavedGrade>(Grading.Address, Grading.Today(app, us.Unit.Id));
        await us.Enter(Grade.Good, us.LastYear - 1, into.Id);

        await us.Officer.Post($"/api/units/managing-units/{us.Unit.Id}/merge", new MergeUnit(into.Id, PeopleAfterMerger.Close, Some.Decision, 1));
        await app.DeliverEvents();

        (await Ask(app.Clock.Today(), into.Id))!.ShouldSatisfyAllConditions(
            e => e.LastGrade.Grade.ShouldBe(Grade.Good, "its own"), e => e.Measures.Select(m => m.Kind).ShouldBe([MeasureKind.Rectification, MeasureKind.PurchasesRestricted]));
    }

    // U-11: whoever answers for the unit from now on sees its grades and its cases.
    [Fact]
    public async Task Grades_and_purchase_cases_go_along_to_another_department()
    {
        var us = await Purchases.In(app);
        var submitted = await us.UnitEndorsed();
        var officer = await app.SignedIn("policyOfficer", await app.NewOffice(us.Region));
        await officer.Post<SavedGrade>(Grading.Address, Grading.Today(app, us.Unit.Id, Grade.Good));
        var to = await app.Supervisor(us.Region);

        await officer.Post($"/api/units/managing-units/{us.Unit.Id}/move", new MoveUnit(to.Id, Some.Decision, 1));
        await app.DeliverEvents();

        var reviewer = await app.SignedIn("reviewer", to);
        (await reviewer.Get<Page<GradeRow>>(Grading.Address)).Total.ShouldBe(1);
        (await us.Read(submitted, reviewer)).Id.ShouldBe(submitted.Id);
        (await us.Reviewer.Get<Page<GradeRow>>(Grading.Address)).Total.ShouldBe(0);
        await us.Read(submitted, us.Reviewer).ShouldBeRefused(404, "purchase.not-found");
    }

    async Task<UnitEvaluation?> Ask(DateOnly day, Guid unit)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IUnitEvaluations>().On(day, [unit], CancellationToken.None)).GetValueOrDefault(unit);
    }
}
