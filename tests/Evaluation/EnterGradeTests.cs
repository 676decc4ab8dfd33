using Modular.Contracts.Evaluation;
using Modular.Evaluation;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Evaluation;

public class EnterGradeTests(App app)
{
    // IM 23: what the region published is entered from the document, and the unit learns of it.
    [Fact]
    public async Task The_unit_sees_its_grade_and_is_told()
    {
        var us = await Grading.In(app);
        await us.Enter(Grade.Good);

        (await us.Read()).ShouldSatisfyAllConditions(
            g => (g.Year, g.Grade, g.DecidedBy, g.Document, g.Standing).ShouldBe((us.LastYear, Grade.Good, "Science department", "Doc 5", GradeStanding.Counts)),
            g => (g.RectifyBy, g.Restricted).ShouldBe((null, false)));
        await app.DeliverEvents();
        (await us.Liaison.Get<Page<NoticeRow>>("/api/units/account/notices")).Items.ShouldContain(n => n.Kind == "grade.entered" && n.Words["document"] == "Doc 5");
        (await us.Officer.Get<Page<AuditRow>>("/api/evaluation/audit?action=grade.entered")).Items.ShouldHaveSingleItem().After!.Value.GetProperty("grade").GetString().ShouldBe("good");
    }

    // E-8, P-6: what an unqualified unit has to put right has a day, by the policy of the day it was published.
    [Fact]
    public async Task An_unqualified_unit_has_to_put_things_right_until_a_day()
    {
        var us = await Grading.In(app);
        var today = app.Clock.Today();
        await us.Officer.Sets("rectification", 2, today);
        await us.Officer.Post<SavedGrade>(Grading.Address, new EnterGrade(us.Unit.Id, us.LastYear, Grading.Facts(us.LastYear, Grade.Unqualified) with { DecidedOn = today }));

        (await us.Read()).ShouldSatisfyAllConditions(
            g => g.Standing.ShouldBe(GradeStanding.Rectifying), g => g.RectifyBy.ShouldBe(today.AddYears(2)), g => g.Restricted.ShouldBeFalse("the region has not said so"));
    }

    [Fact]
    public async Task One_grade_a_year_and_only_of_years_that_are_over()
    {
        var us = await Grading.In(app);
        await us.Enter(Grade.Good);

        await us.Enter(Grade.Excellent).ShouldBeRefused(409, "grade.already-there");
        (await us.Enter(Grade.Excellent, us.LastYear + 1).ShouldBeRefused(400, "request.invalid")).Errors.Keys.ShouldContain("year");
        (await us.Officer.Post<SavedGrade>(Grading.Address, new EnterGrade(us.Unit.Id, us.LastYear - 1, Grading.Facts(us.LastYear - 2, Grade.Good)))
            .ShouldBeRefused(400, "request.invalid")).Errors.Keys.ShouldBe(["facts.decidedOn"]);
        (await us.Officer.Post<SavedGrade>(Grading.Address, new EnterGrade(us.Unit.Id, us.LastYear - 1, Grading.Facts(us.LastYear - 1, Grade.Good) with { Document = "", DecidedBy = null }))
            .ShouldBeRefused(400, "request.invalid")).Errors.Keys.ShouldBe(["facts.document", "facts.decidedBy"], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_the_region_grades_and_only_its_own_units()
    {
        var (us, others) = (await Grading.In(app), await Grading.In(app));

        await us.Enter(Grade.Good, unit: others.Unit.Id).ShouldBeRefused(404, "unit.not-found");
        await us.Liaison.Post<SavedGrade>(Grading.Address, new EnterGrade(us.Unit.Id, us.LastYear, Grading.Facts(us.LastYear, Grade.Excellent))).ShouldBeRefused(403, "permission.missing");
    }
}
