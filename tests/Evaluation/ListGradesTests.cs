using Modular.Contracts.Evaluation;
using Modular.Evaluation;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Evaluation;

public class ListGradesTests(App app)
{
    [Fact]
    public async Task Everybody_sees_the_grades_of_their_subtree_narrowed_and_in_order()
    {
        var us = await Grading.In(app);
        var other = await app.Unit(await app.Supervisor(us.Region));
        await us.Enter(Grade.Good, us.LastYear - 1, document: "Doc 41");
        await us.Enter(Grade.Unqualified);
        await us.Enter(Grade.Excellent, unit: other.Id);
        async Task<int> Found(string filter, Client? by = null) => (await (by ?? us.Officer).Get<Page<GradeRow>>($"{Grading.Address}?{filter}")).Total;

        (await Found("")).ShouldBe(3);
        (await Found("", us.Liaison)).ShouldBe(2);
        (await Found("", await app.SignedIn("liaison", other))).ShouldBe(1);
        (await Found("", (await Grading.In(app)).Officer)).ShouldBe(0);
        (await Found($"year={us.LastYear}")).ShouldBe(2);
        (await Found("grade=excellent")).ShouldBe(1);
        (await Found("search=41")).ShouldBe(1);
        (await Found($"unitId={us.Unit.Id}")).ShouldBe(2);
        (await Found("standing=rectifying")).ShouldBe(1);
        (await Found("standing=overdue")).ShouldBe(0);
        (await Found("standing=counts")).ShouldBe(2);
        (await us.Liaison.Get<Page<GradeRow>>($"{Grading.Address}?sort=year")).Items.Select(g => g.Year).ShouldBe([us.LastYear - 1, us.LastYear]);
        await (await app.SignedIn("custodian", us.Unit)).Get<object>(Grading.Address).ShouldBeRefused(403, "permission.missing");
    }

    // P-6: past its day and not accepted; a better grade since shows that it was put right.
    [Fact]
    public async Task What_is_not_put_right_in_time_is_overdue_until_a_better_grade()
    {
        var us = await Grading.In(app);
        await us.Enter(Grade.Unqualified, us.LastYear - 3);

        (await us.Read()).ShouldSatisfyAllConditions(g => g.Standing.ShouldBe(GradeStanding.Overdue), g => g.Restricted.ShouldBeFalse("the policy of its day did not say so"));
        (await us.Officer.Get<Page<GradeRow>>($"{Grading.Address}?standing=overdue")).Total.ShouldBe(1);
        await us.Enter(Grade.Qualified, us.LastYear - 1);
        (await us.Liaison.Get<Page<GradeRow>>($"{Grading.Address}?sort=year")).Items[0].ShouldSatisfyAllConditions(g => g.Standing.ShouldBe(GradeStanding.Counts), g => g.Restricted.ShouldBeFalse());
    }
}
