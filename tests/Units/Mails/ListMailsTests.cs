using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListMailsTests(App app)
{
    const string Address = "/api/units/mails";

    [Fact]
    public async Task Operations_see_what_goes_to_the_people_of_their_region()
    {
        var region = await app.NewRegion();
        var officer = await app.SignedIn("centreOfficer", await app.NewOffice(region));
        var mail = await app.Written(await app.Unit(await app.Supervisor(region)), with: mail => (mail.State, mail.NextAttemptAt) = (MailState.Dead, app.Clock.GetUtcNow()));
        await app.Written(with: mail => (mail.State, mail.NextAttemptAt) = (MailState.Dead, app.Clock.GetUtcNow()));

        var row = (await officer.Get<Page<MailRow>>(Address)).Items.ShouldHaveSingleItem();
        (row.Id, row.Address, row.State, row.NextAttemptAt).ShouldBe((mail.Id, mail.Address, MailState.Dead, null));
        (await officer.Get<Page<MailRow>>($"{Address}?state=waiting")).Total.ShouldBe(0);
        (await officer.Get<Page<MailRow>>($"{Address}?search={mail.Name}")).Total.ShouldBe(1);
        (await officer.Get<Page<MailRow>>($"{Address}?search=nobody-at-all")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Others_may_not_look() => await (await app.SignedIn("unitAdministrator")).Get<object>(Address).ShouldBeRefused(403, "permission.missing");

    [Fact]
    public async Task The_list_costs_the_same_however_long_it_is()
    {
        var region = await app.NewRegion();
        var officer = await app.SignedIn("centreOfficer", await app.NewOffice(region));
        var unit = await app.Unit(await app.Supervisor(region));
        Task<Mail> Dead() => app.Written(unit, with: mail => mail.State = MailState.Dead);
        await Dead();

        await officer.ShouldCostTheSame(Address, async () =>
        {
            for (var i = 0; i < 5; i++) await Dead();
        });
    }
}
