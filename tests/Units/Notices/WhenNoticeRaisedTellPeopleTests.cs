using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class WhenNoticeRaisedTellPeopleTests(App app)
{
    [Fact]
    public async Task Those_who_may_are_told_and_nobody_else()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var custodian = await app.SignedIn("custodian", unit);
        var stranger = await app.SignedIn("liaison");
        var gone = await app.Account(unit, ["liaison"], account => account.Disabled = true);

        await app.Tell(Told.Notice(unit));

        var notice = (await liaison.Notices()).ShouldHaveSingleItem();
        (notice.Kind, notice.Link, notice.ReadAt, notice.Words["reason"]).ShouldBe(("instruments.returned", "/instruments", null, "Please mend it."));
        (await custodian.Notices()).ShouldBeEmpty();
        (await stranger.Notices()).ShouldBeEmpty();
        (await Stored(gone)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task The_department_above_and_the_offices_of_the_region_are_found_from_the_unit()
    {
        var region = await app.NewRegion();
        var office = await app.SignedIn("policyOfficer", await app.NewOffice(region));
        var bureau = await app.Supervisor(region);
        var reviewer = await app.SignedIn("reviewer", bureau);
        var otherReviewer = await app.SignedIn("reviewer", await app.Supervisor(region));
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);

        await app.Tell(Told.Notice(unit, kind: "instruments.submitted", permission: "instruments.review") with { To = NoticeTo.Supervisor }, Told.Notice(unit, permission: "units.read") with { To = NoticeTo.Region });

        (await reviewer.Notices()).ShouldHaveSingleItem().Kind.ShouldBe("instruments.submitted");
        (await office.Notices()).ShouldHaveSingleItem().Kind.ShouldBe("instruments.returned");
        (await otherReviewer.Notices()).ShouldBeEmpty();
        (await liaison.Notices()).ShouldBeEmpty();
    }

    [Fact]
    public async Task News_that_arrives_twice_is_told_and_mailed_once()
    {
        var unit = await app.Unit();
        var person = await app.Mailed(unit);
        var notice = Told.Notice(unit);

        await app.Tell(notice, notice);
        await app.Tell(notice);

        (await Stored(person)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Somebody_who_came_later_is_told_when_the_news_arrives_again_and_the_others_are_not()
    {
        var unit = await app.Unit();
        var first = await app.Mailed(unit);
        var notice = Told.Notice(unit);
        await app.Tell(notice);
        var second = await app.Mailed(unit);

        await app.Tell(notice);

        (await Stored(first)).ShouldBe((1, 1));
        (await Stored(second)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Mail_goes_to_those_who_have_an_address_and_want_it()
    {
        var unit = await app.Unit();
        var wants = await app.Mailed(unit);
        var addressless = await app.Account(unit, ["liaison"]);
        var off = await app.Mailed(unit, with: account => account.MailOff = true);
        var notOfThis = await app.Mailed(unit, with: account => account.NoMailOf = ["instruments.returned"]);

        await app.Tell(Told.Notice(unit));

        (await Stored(wants)).ShouldBe((1, 1));
        foreach (var account in new[] { addressless, off, notOfThis }) (await Stored(account)).ShouldBe((1, 0));
    }

    // A name with a line break in it must not begin another header, nor another line that looks like one.
    [Fact]
    public async Task What_people_wrote_stays_in_its_line()
    {
        var unit = await app.Unit();
        var person = await app.Mailed(unit, with: account => account.DisplayName = "Li\r\nBcc: all@people.example");

        await app.Tell(Told.Notice(unit, words => words["name"] = "Microscope\r\nBcc: everybody@people.example\u2028X-Evil: 1\u202e"));

        var mail = await app.InDatabase<UnitsDb, Mail>(db => db.Mails.SingleAsync(m => m.AccountId == person.Id));
        mail.Subject.ShouldBe("仪器“Microscope  Bcc: everybody@people.example X-Evil: 1”被退回");
        mail.Text.Split('\n').ShouldAllBe(line => !line.StartsWith("Bcc:", StringComparison.Ordinal) && !line.StartsWith("X-Evil", StringComparison.Ordinal));
        mail.Text.ShouldNotContain('\r');
    }

    [Fact]
    public async Task A_day_is_told_where_there_is_one()
    {
        var unit = await app.Unit();
        var person = await app.Mailed(unit);

        await app.Tell(Told.Notice(unit) with { DueOn = new DateOnly(2026, 12, 1) });

        (await (await app.SignIn(person)).Notices()).ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 12, 1));
        (await app.InDatabase<UnitsDb, string>(db => db.Mails.Where(m => m.AccountId == person.Id).Select(m => m.Text).SingleAsync())).ShouldContain("2026-12-01");
    }

    [Fact]
    public async Task An_organisation_that_is_not_there_has_nobody_to_tell() => await app.Tell(Told.Notice(await app.Unit()) with { OrganisationId = Guid.CreateVersion7() });

    Task<(int Notices, int Mails)> Stored(Account account) => app.InDatabase<UnitsDb, (int, int)>(async db =>
        (await db.Notices.CountAsync(n => n.AccountId == account.Id), await db.Mails.CountAsync(m => m.AccountId == account.Id)));
}
