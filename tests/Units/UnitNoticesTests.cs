using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class UnitNoticesTests(App app)
{
    [Fact]
    public async Task An_integrity_record_is_told_to_the_unit_and_its_department()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var (liaison, reviewer) = (await app.SignedIn("liaison", unit), await app.SignedIn("reviewer", bureau));

        await (await app.SignedIn("policyOfficer")).Post("/api/units/integrity-records", Some.Integrity(unit.Id));
        await app.DeliverEvents();

        foreach (var person in new[] { liaison, reviewer })
            (await person.Notices()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Kind.ShouldBe("integrity.opened"), n => n.Link.ShouldBe($"/units/{unit.Id}"), n => n.Words["unit"].ShouldBe(unit.Name));
    }

    [Fact]
    public async Task A_move_is_told_to_the_unit_and_to_both_departments()
    {
        var (from, to) = (await app.Supervisor(), await app.Supervisor());
        var unit = await app.Unit(from);
        var people = new[] { await app.SignedIn("liaison", unit), await app.SignedIn("reviewer", from), await app.SignedIn("reviewer", to) };

        await (await app.SignedIn("policyOfficer")).Post($"/api/units/managing-units/{unit.Id}/move", new MoveUnit(to.Id, Some.Decision, 1));
        await app.DeliverEvents();

        foreach (var person in people) (await person.Notices()).ShouldHaveSingleItem().Words.ShouldSatisfyAllConditions(w => w["from"].ShouldBe(from.Name), w => w["to"].ShouldBe(to.Name));
        (await people[1].Notices())[0].Link.ShouldBe("/units", "they cannot open the unit any more");
    }

    [Fact]
    public async Task A_merger_is_told_to_the_unit_that_goes_on_and_to_the_departments()
    {
        var (former, bureau) = (await app.Supervisor(), await app.Supervisor());
        var (unit, into) = (await app.Unit(former), await app.Unit(bureau));
        var people = new[] { await app.SignedIn("liaison", into), await app.SignedIn("reviewer", former), await app.SignedIn("reviewer", bureau) };

        await (await app.SignedIn("policyOfficer")).Post($"/api/units/managing-units/{unit.Id}/merge", new MergeUnit(into.Id, PeopleAfterMerger.Close, Some.Decision, 1));
        await app.DeliverEvents();

        foreach (var person in people) (await person.Notices()).ShouldHaveSingleItem().Words.ShouldSatisfyAllConditions(w => w["unit"].ShouldBe(unit.Name), w => w["into"].ShouldBe(into.Name));
    }

    [Fact]
    public async Task Whose_password_was_reset_is_told_without_the_password()
    {
        var unit = await app.Unit();
        var person = await app.Mailed(unit);

        await (await app.SignedIn("unitAdministrator", unit)).Post($"/api/units/accounts/{person.Id}/reset-password", new ResetPassword("Fresh#Pass1"));
        await app.DeliverEvents();

        var notice = (await (await app.SignIn(person, "Fresh#Pass1")).Notices()).ShouldHaveSingleItem();
        (notice.Kind, notice.Link, notice.Words["account"]).ShouldBe(("password.reset", "/account", person.UserName));
        notice.Words.Values.ShouldAllBe(word => !word.Contains("Fresh#Pass1", StringComparison.Ordinal));
    }
}
