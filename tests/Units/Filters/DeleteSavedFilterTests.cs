using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class DeleteSavedFilterTests(App app)
{
    [Fact]
    public async Task My_own_is_thrown_away_and_what_a_colleague_lends_is_not_mine_to_throw()
    {
        var unit = await app.Unit();
        var (liaison, colleague) = (await app.SignedIn("liaison", unit), await app.SignedIn("liaison", unit));
        var filter = await liaison.Save("lent", "a=1", shared: true);

        await colleague.Delete($"{SavedFilters.Address}/{filter.Id}").ShouldBeRefused(404, "filter.not-found");
        await liaison.Delete($"{SavedFilters.Address}/{filter.Id}");

        (await colleague.Filters()).ShouldBeEmpty();
        await liaison.Delete($"{SavedFilters.Address}/{filter.Id}").ShouldBeRefused(404, "filter.not-found");
    }
}
