using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

[Collection(MailTests.Name)]
public class RetryMailTests(App app)
{
    [Fact]
    public async Task A_mail_that_was_given_up_waits_again()
    {
        var officer = await app.SignedIn("policyOfficer");
        var mail = await app.Written(with: mail => (mail.State, mail.Attempts) = (MailState.Dead, 10));

        await officer.Post($"/api/units/mails/{mail.Id}/retry");

        (await app.Now(mail)).ShouldSatisfyAllConditions(now => now.State.ShouldBe(MailState.Waiting), now => now.Attempts.ShouldBe(0));
        await officer.Post($"/api/units/mails/{mail.Id}/retry").ShouldBeRefused(409, "mail.not-dead");
    }

    [Fact]
    public async Task A_mail_of_another_region_is_not_there()
    {
        var mail = await app.Written(await app.Unit(await app.Supervisor(await app.NewRegion())), with: mail => mail.State = MailState.Dead);

        await (await app.SignedIn("policyOfficer")).Post($"/api/units/mails/{mail.Id}/retry").ShouldBeRefused(404, "mail.not-found");
    }
}
