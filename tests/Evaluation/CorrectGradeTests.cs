using Modular.Contracts.Evaluation;
using Modular.Evaluation;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Evaluation;

public class CorrectGradeTests(App app)
{
    [Fact]
    public async Task What_it_said_before_and_why_it_was_corrected_stand_in_the_trail()
    {
        var us = await Grading.In(app);
        var entered = await us.Enter(Grade.Unqualified);
        var corrected = await us.Officer.Put<SavedGrade>($"{Grading.Address}/{entered.Id}", new CorrectGrade(Grading.Facts(us.LastYear, Grade.Qualified, "Doc 6"), "objection upheld", entered.Version));

        (await us.Read()).ShouldSatisfyAllConditions(
            g => (g.Grade, g.Document, g.Version).ShouldBe((Grade.Qualified, "Doc 6", corrected.Version)), g => (g.Standing, g.RectifyBy).ShouldBe((GradeStanding.Counts, null)));
        var line = (await us.Officer.Get<Page<AuditRow>>($"/api/evaluation/audit?subject={entered.Id}&action=grade.corrected")).Items.Single();
        (line.Why, line.Before!.Value.GetProperty("grade").GetString(), line.After!.Value.GetProperty("document").GetString()).ShouldBe(("objection upheld", "unqualified", "Doc 6"));
    }

    [Fact]
    public async Task Who_was_slower_or_says_no_reason_or_grades_a_year_before_it_is_over_is_refused()
    {
        var us = await Grading.In(app);
        var entered = await us.Enter(Grade.Good);
        Task<SavedGrade> Correct(GradeFacts facts, string reason, int version) => us.Officer.Put<SavedGrade>($"{Grading.Address}/{entered.Id}", new CorrectGrade(facts, reason, version));

        await Correct(Grading.Facts(us.LastYear, Grade.Good), "x", entered.Version + 1).ShouldBeRefused(409, "grade.changed-meanwhile");
        await Correct(Grading.Facts(us.LastYear, Grade.Good), "", entered.Version).ShouldBeRefused(400, "request.invalid");
        await Correct(Grading.Facts(us.LastYear - 1, Grade.Good), "x", entered.Version).ShouldBeRefused(422, "grade.decided-early");
    }
}
