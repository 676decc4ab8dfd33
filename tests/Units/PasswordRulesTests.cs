using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class PasswordRulesTests
{
    // The profile of OWASP ASVS: length instead of kinds, and no expiry.
    [Fact]
    public void The_asvs_profile_asks_for_length_only_and_never_expires()
    {
        var rules = new PasswordRules(asvs: true);

        rules.Fault("liaison", "only small letters here").ShouldBeNull();
        rules.Fault("liaison", "Sh0rt#One")!.Code.ShouldBe("password.too-short");
        rules.MustChange(new Account { DisplayName = "", OrganisationId = Guid.Empty, PasswordChangedAt = DateTimeOffset.MinValue }, DateTimeOffset.UtcNow).ShouldBeFalse();
    }

    [Fact]
    public void No_profile_takes_a_password_without_end() =>
        new PasswordRules(asvs: true).Fault("liaison", new string('x', 129))!.Code.ShouldBe("password.too-long");
}
