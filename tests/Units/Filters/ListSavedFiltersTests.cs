using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListSavedFiltersTests(App app)
{
    [Fact]
    public async Task Mine_come_first_and_what_colleagues_lend_after_them()
    {
        var unit = await app.Unit();
        var (liaison, colleague, stranger) = (await app.SignedIn("liaison", unit), await app.SignedIn("custodian", unit), await app.SignedIn("liaison"));
        await liaison.Save("lent", "a=1", shared: true, isDefault: true);
        await liaison.Save("kept", "a=2");
        await colleague.Save("zzz", "a=3");

        (await colleague.Filters()).Select(filter => (filter.Name, filter.Mine, filter.IsDefault)).ShouldBe([("zzz", true, false), ("lent", false, false)]);
        (await liaison.Filters()).Select(filter => filter.Name).ShouldBe(["kept", "lent"]);
        (await stranger.Filters()).ShouldBeEmpty();
        (await colleague.Filters("units")).ShouldBeEmpty();
    }
}
