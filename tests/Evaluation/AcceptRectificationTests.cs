using Modular.Contracts.Evaluation;
using Modular.Evaluation;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Evaluation;

public class AcceptRectificationTests(App app)
{
    // E-8, P-6: what followed from the grade ends when what was put right is accepted; the grade itself stays.
    [Fact]
    public async Task What_followed_from_the_grade_ends_and_the_grade_stays()
    {
        var us = await Grading.In(app);
        await us.Restricts();
        var entered = await us.Officer.Post<SavedGrade>(Grading.Address, Grading.Today(app, us.Unit.Id));
        (await us.Read()).Restricted.ShouldBeTrue();
        await Accept(us, entered, app.Clock.Today());

        (await us.Read()).ShouldSatisfyAllConditions(
            g => (g.Grade, g.Standing, g.Restricted).ShouldBe((Grade.Unqualified, GradeStanding.Counts, false)), g => (g.RectifiedOn, g.RectifiedNote).ShouldBe((app.Clock.Today(), "inspected on site")));
    }

    [Fact]
    public async Task Only_what_is_open_is_accepted_and_not_before_the_grade()
    {
        var us = await Grading.In(app);
        var good = await us.Enter(Grade.Good, us.LastYear - 1);
        await Accept(us, good, app.Clock.Today()).ShouldBeRefused(422, "grade.nothing-to-rectify");

        var entered = await us.Enter(Grade.Unqualified);
        (await Accept(us, entered, new DateOnly(us.LastYear, 12, 31)).ShouldBeRefused(422, "grade.accepted-before-graded")).Errors.Keys.ShouldBe(["acceptedOn"]);
        await Accept(us, entered, app.Clock.Today().AddDays(1)).ShouldBeRefused(400, "request.invalid");
        var accepted = await Accept(us, entered, app.Clock.Today());
        await Accept(us, accepted, app.Clock.Today()).ShouldBeRefused(422, "grade.nothing-to-rectify");
    }

    static Task<SavedGrade> Accept(Grading us, SavedGrade grade, DateOnly on) =>
        us.Officer.Post<SavedGrade>($"{Grading.Address}/{grade.Id}/rectification", new AcceptRectification(on, "inspected on site", grade.Version));
}
