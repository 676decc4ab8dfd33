using Modular.Contracts.Evaluation;
using Modular.Evaluation;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Evaluation;

public class WithdrawGradeTests(App app)
{
    [Fact]
    public async Task It_stays_to_be_read_and_another_may_be_entered_for_the_year()
    {
        var us = await Grading.In(app);
        var entered = await us.Enter(Grade.Unqualified);
        var withdrawn = await us.Officer.Post<SavedGrade>($"{Grading.Address}/{entered.Id}/withdraw", new WithdrawGrade("entered for the wrong unit", entered.Version));

        (await us.Read()).ShouldSatisfyAllConditions(
            g => (g.Standing, g.WithdrawnOn, g.WithdrawReason).ShouldBe((GradeStanding.Withdrawn, app.Clock.Today(), "entered for the wrong unit")), g => g.Restricted.ShouldBeFalse());
        await us.Enter(Grade.Qualified);
        (await us.Liaison.Get<Page<GradeRow>>(Grading.Address)).Total.ShouldBe(2);
        await us.Officer.Post<SavedGrade>($"{Grading.Address}/{entered.Id}/withdraw", new WithdrawGrade("again", withdrawn.Version)).ShouldBeRefused(409, "grade.withdrawn");
        await us.Officer.Post<SavedGrade>($"{Grading.Address}/{entered.Id}/withdraw", new WithdrawGrade("", withdrawn.Version)).ShouldBeRefused(400, "request.invalid");
        await (await Grading.In(app)).Officer.Post<SavedGrade>($"{Grading.Address}/{entered.Id}/withdraw", new WithdrawGrade("not mine", withdrawn.Version)).ShouldBeRefused(404, "grade.not-found");
    }
}
