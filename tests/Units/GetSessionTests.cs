using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class GetSessionTests(App app)
{
    const string Address = "/api/units/session";

    [Fact]
    public async Task Without_signing_in_there_is_nobody() => (await app.Anonymous().Get<CurrentSession>(Address)).Account.ShouldBeNull();

    [Fact]
    public async Task After_an_hour_without_a_request_a_session_is_over()
    {
        var person = await app.SignedIn("liaison");
        (await person.Get<CurrentSession>(Address)).Account.ShouldNotBeNull();

        app.Clock.Advance(SessionStore.IdleLimit + TimeSpan.FromMinutes(1));

        (await person.Get<CurrentSession>(Address)).Account.ShouldBeNull();
    }

    [Fact]
    public async Task A_session_in_use_goes_on_but_not_for_more_than_a_working_day()
    {
        var person = await app.SignedIn("liaison");
        for (var half = 0; half < 24; half++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(29));
            (await person.Get<CurrentSession>(Address)).Account.ShouldNotBeNull($"after {half * 29} minutes");
        }

        app.Clock.Advance(TimeSpan.FromMinutes(45));
        (await person.Get<CurrentSession>(Address)).Account.ShouldBeNull();
    }
}
