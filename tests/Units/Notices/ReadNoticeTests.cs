using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ReadNoticeTests(App app)
{
    [Fact]
    public async Task A_notice_is_read_once_and_stays_read()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        await app.Tell(Told.Notice(unit));
        var id = (await liaison.Notices())[0].Id;

        await liaison.Post($"{Told.Address}/{id}/read");
        var readAt = (await liaison.Notices())[0].ReadAt.ShouldNotBeNull();
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await liaison.Post($"{Told.Address}/{id}/read");

        (await liaison.Notices())[0].ReadAt.ShouldBe(readAt);
    }

    [Fact]
    public async Task Somebody_elses_notice_is_not_there_and_stays_unread()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var administrator = await app.SignedIn("unitAdministrator", unit);
        await app.Tell(Told.Notice(unit));

        await administrator.Post($"{Told.Address}/{(await liaison.Notices())[0].Id}/read").ShouldBeRefused(404, "notice.not-found");

        (await liaison.Notices())[0].ReadAt.ShouldBeNull();
    }
}
