using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListRolesTests(App app)
{
    // U-11: every tier has its people.
    [Fact]
    public async Task Every_tier_has_a_role()
    {
        var roles = await (await app.SignedIn("requester")).Get<IReadOnlyList<RoleRow>>("/api/units/roles");

        roles.Select(role => role.Tier).Distinct().ShouldBe(Enum.GetValues<Tier>(), ignoreOrder: true);
    }

    [Fact]
    public Task Only_for_those_who_have_signed_in() => app.Anonymous().Get<object>("/api/units/roles").ShouldBeRefused(401, "session.required");
}
