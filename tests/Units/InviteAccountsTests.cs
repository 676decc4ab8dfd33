using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

// U-11: several people of one's own organisation at once, all or none.
public class InviteAccountsTests(App app)
{
    const string Address = "/api/units/accounts/invite";
    const string First = "First#Horse7";

    [Fact]
    public async Task Everybody_named_gets_in_and_chooses_a_password_and_the_mail_tells_none()
    {
        var unit = await app.Unit();
        var people = new[] { Person("custodian", email: "one@example.org"), Person("liaison") };

        var done = await (await app.SignedIn("unitAdministrator", unit)).Post<InvitedAccounts>(Address, new InviteAccounts(unit.Id, people));

        (done.Created, done.Mailed).ShouldBe((2, 1));
        foreach (var person in people)
            (await app.Anonymous().Post<CurrentSession>("/api/units/session", new StartSession(person.UserName, First))).Account!.ShouldSatisfyAllConditions(
                a => a.MustChangePassword.ShouldBeTrue(), a => a.Roles.ShouldBe(person.Roles), a => a.Organisation.Id.ShouldBe(unit.Id));
        var mail = await app.InDatabase<UnitsDb, Mail>(db => Task.FromResult(db.Mails.Single(m => m.OrganisationId == unit.Id)));
        mail.Address.ShouldBe("one@example.org");
        mail.Text.ShouldContain(people[0].UserName);
        mail.Text.ShouldNotContain(First);
    }

    [Fact]
    public async Task Whatever_is_wrong_is_said_by_row_and_nobody_is_let_in()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var good = Person("custodian");
        var taken = (await app.Account(unit, ["custodian"])).UserName!;

        var refusal = await administrator.Post<InvitedAccounts>(Address, new InviteAccounts(unit.Id,
        [
            good, good with { UserName = good.UserName.ToUpperInvariant() }, Person("custodian") with { UserName = taken }, Person("policyOfficer"), Person("king"),
            Person("custodian", email: "nobody"), Person("custodian") with { UserName = "a b" }, Person("custodian") with { Password = "short" }, Person("custodian") with { DisplayName = "" },
        ])).ShouldBeRefused(422, "accounts.refused");

        refusal.Errors.Select(e => (e.Key, e.Value[0].Code)).ShouldBe(
        [
            ("people[1].userName", "account.user-name-taken"), ("people[2].userName", "account.user-name-taken"), ("people[3].roles", "account.role-of-other-tier"), ("people[4].roles", "role.unknown"),
            ("people[5].email", "EmailValidator"), ("people[6].userName", "account.user-name"), ("people[7].password", "password.too-short"), ("people[8].displayName", "NotEmptyValidator"),
        ], ignoreOrder: true);
        (await administrator.Get<Page<AccountRow>>($"/api/units/accounts?search={good.UserName}")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task So_many_at_once_and_only_below_oneself()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);

        await administrator.Post<InvitedAccounts>(Address, new InviteAccounts(unit.Id, [.. Enumerable.Range(0, 51).Select(_ => Person("custodian"))])).ShouldBeRefused(400, "request.invalid");
        await administrator.Post<InvitedAccounts>(Address, new InviteAccounts(unit.Id, [])).ShouldBeRefused(400, "request.invalid");
        await administrator.Post<InvitedAccounts>(Address, new InviteAccounts((await app.Unit()).Id, [Person("custodian")])).ShouldBeRefused(404, "organisation.not-found");
        await (await app.SignedIn("liaison", unit)).Post<InvitedAccounts>(Address, new InviteAccounts(unit.Id, [Person("custodian")])).ShouldBeRefused(403, "permission.missing");
    }

    static InvitedPerson Person(string role, string? email = null) => new($"new{Some.Number()}", "Somebody New", [role], email, First);
}
