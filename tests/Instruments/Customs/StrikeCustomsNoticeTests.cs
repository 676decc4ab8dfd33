using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Customs;

public class StrikeCustomsNoticeTests(App app)
{
    [Fact]
    public async Task A_struck_notice_stays_to_be_read_and_allows_nothing()
    {
        var (liaison, id) = await app.SupervisedInstrument();
        var notice = await liaison.Enter(id, CustomsMatter.Moved, app.Clock.Today());
        (await Standing(liaison, id)).MayMove.ShouldBeTrue();

        await Strike(liaison, id, notice, "another instrument's");

        await liaison.MoveHouse(id).ShouldBeRefused(422, "customs.move-needs-notice");
        (await Standing(liaison, id)).Notices.Single().StruckBecause.ShouldBe("another instrument's");
    }

    [Fact]
    public async Task It_is_struck_once_with_a_reason_and_by_its_own_instrument()
    {
        var (liaison, id) = await app.SupervisedInstrument();
        var other = await liaison.Registered();
        var notice = await liaison.Enter(id, CustomsMatter.Moved, app.Clock.Today());

        await Strike(liaison, id, notice, "").ShouldBeRefused(400, "request.invalid");
        await Strike(liaison, other.Id, notice, "wrong").ShouldBeRefused(404, "customs-notice.not-found");
        await Strike(liaison, id, notice, "wrong");
        await Strike(liaison, id, notice, "again").ShouldBeRefused(409, "customs-notice.struck");
    }

    static Task<CustomsNoticeRow> Strike(Client liaison, Guid id, CustomsNoticeRow notice, string reason) =>
        liaison.Post<CustomsNoticeRow>($"/api/instruments/{id}/customs-notices/{notice.Id}/strike", new StrikeCustomsNotice(reason));

    static Task<CustomsStanding> Standing(Client liaison, Guid id) => liaison.Get<CustomsStanding>($"/api/instruments/{id}/customs");
}
