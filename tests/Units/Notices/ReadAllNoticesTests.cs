using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ReadAllNoticesTests(App app)
{
    [Fact]
    public async Task What_came_after_the_list_was_opened_stays_unread_and_so_does_everybody_elses()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var colleague = await app.SignedIn("liaison", unit);
        await app.Tell(Told.Notice(unit));
        var opened = app.Clock.GetUtcNow();
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        await app.Tell(Told.Notice(unit));

        await liaison.Post($"{Told.Address}/read", new ReadAllNotices(opened));

        (await liaison.Notices()).Select(notice => notice.ReadAt is null).ShouldBe([true, false]);
        (await colleague.Notices()).ShouldAllBe(notice => notice.ReadAt == null);
    }
}
