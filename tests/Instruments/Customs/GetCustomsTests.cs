using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Customs;

public class GetCustomsTests(App app)
{
    [Fact]
    public async Task It_tells_until_when_customs_supervise_and_what_their_notices_allow()
    {
        var (liaison, id) = await app.SupervisedInstrument();

        var bound = await liaison.Get<CustomsStanding>($"/api/instruments/{id}/customs");
        (bound.MayMove, bound.MayLeave, bound.Supervision!.State).ShouldBe((false, false, CustomsState.Supervised));
        bound.Supervision.Until.ShouldBe(bound.Supervision.ReleasedOn.AddYears(3));

        await liaison.Enter(id, CustomsMatter.Moved, app.Clock.Today().AddDays(-1));
        var moved = await liaison.Get<CustomsStanding>($"/api/instruments/{id}/customs");
        (moved.MayMove, moved.MayLeave).ShouldBe((true, false));

        await liaison.Enter(id, CustomsMatter.Released, app.Clock.Today());
        var released = await liaison.Get<CustomsStanding>($"/api/instruments/{id}/customs");
        (released.MayMove, released.MayLeave).ShouldBe((true, true));
        released.Notices.Select(n => n.Matter).ShouldBe([CustomsMatter.Released, CustomsMatter.Moved]);
    }

    [Fact]
    public async Task What_customs_do_not_supervise_is_free()
    {
        var liaison = await app.SignedIn("liaison");
        var plain = await liaison.Registered();

        var standing = await liaison.Get<CustomsStanding>($"/api/instruments/{plain.Id}/customs");

        (standing.Supervision, standing.MayMove, standing.MayLeave, standing.Notices.Count).ShouldBe((null, true, true, 0));
    }
}
