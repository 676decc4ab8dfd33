using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class GetMailServerTests(App app)
{
    [Fact]
    public async Task Operations_see_whether_mails_leave_the_platform()
    {
        (await (await app.SignedIn("centreOfficer")).Get<MailServer>("/api/units/mails/server")).Address.ShouldBeNull();
        await (await app.SignedIn("liaison")).Get<object>("/api/units/mails/server").ShouldBeRefused(403, "permission.missing");
    }
}
