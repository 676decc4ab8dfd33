using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class CountUnreadNoticesTests(App app)
{
    [Fact]
    public async Task The_bell_counts_what_was_not_read_up_to_a_hundred()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        (await Unread(liaison)).ShouldBe(0);

        await app.Tell([.. Enumerable.Range(0, 103).Select(_ => Told.Notice(unit))]);
        (await Unread(liaison)).ShouldBe(CountUnreadNoticesHandler.Most);

        await liaison.Post($"{Told.Address}/read", new ReadAllNotices(app.Clock.GetUtcNow()));
        (await Unread(liaison)).ShouldBe(0);
    }

    static async Task<int> Unread(Client person) => (await person.Get<UnreadNotices>($"{Told.Address}/unread")).Unread;
}
