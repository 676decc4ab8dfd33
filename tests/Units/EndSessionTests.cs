using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class EndSessionTests(App app)
{
    [Fact]
    public async Task Whoever_signs_out_is_out_at_once()
    {
        var person = await app.SignedIn("liaison");

        await person.Delete("/api/units/session");

        (await person.Get<CurrentSession>("/api/units/session")).Account.ShouldBeNull();
    }

    [Fact]
    public Task Signing_out_without_being_in_is_harmless() => app.Anonymous().Delete("/api/units/session");
}
