using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListNoticesTests(App app)
{
    [Fact]
    public async Task Mine_are_listed_newest_first_and_the_unread_by_themselves()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        foreach (var name in new[] { "one", "two", "three" })
        {
            await app.Tell(Told.Notice(unit, words => words["name"] = name));
            app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var notices = await liaison.Notices();
        notices.Select(notice => notice.Words["name"]).ShouldBe(["three", "two", "one"]);

        await liaison.Post($"{Told.Address}/{notices[1].Id}/read");
        var unread = await liaison.Get<Page<NoticeRow>>($"{Told.Address}?unread=true");
        (unread.Total, string.Join(' ', unread.Items.Select(notice => notice.Words["name"]))).ShouldBe((2, "three one"));
    }

    [Fact]
    public async Task The_list_costs_the_same_however_long_it_is()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        await app.Tell(Told.Notice(unit));

        await liaison.ShouldCostTheSame(Told.Address, () => app.Tell(Told.Notice(unit), Told.Notice(unit), Told.Notice(unit)));
    }
}
