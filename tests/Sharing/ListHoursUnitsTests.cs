using Modular.Contracts.Sharing;
using Modular.Instruments;
using Modular.Shared;
using Modular.Sharing;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sharing;

public class ListHoursUnitsTests(App app)
{
    [Fact]
    public async Task A_supervisor_sees_who_is_missing_what()
    {
        var bureau = await app.Supervisor();
        var (done, open, empty) = (await app.Unit(bureau), await app.Unit(bureau), await app.Unit(bureau));
        var (first, second) = (await app.SignedIn("liaison", done), await app.SignedIn("liaison", open));
        var id = (await first.Registered()).Id;
        await first.Declare(2024, (id, 1000, 250, 0));
        await second.Registered();
        await second.Registered();
        var reviewer = await app.SignedIn("reviewer", bureau);

        var page = await reviewer.Get<HoursUnitsPage>("/api/sharing/hours/units?year=2024&sort=-missing");
        page.Items.Select(row => (row.UnitId, row.Instruments, row.Declared, row.Missing)).ShouldBe([(open.Id, 2, 0, 2), (done.Id, 1, 1, 0)]);
        (page.Instruments, page.Declared, page.UnitsDone, page.Units).ShouldBe((3, 1, 1, 2));
        page.Items[1].ShouldSatisfyAllConditions(row => row.EffectiveHours.ShouldBe(1000), row => row.ExternalHours.ShouldBe(250));
        (await reviewer.Get<HoursUnitsPage>("/api/sharing/hours/units?year=2024&missing=false")).Items.Single().UnitId.ShouldBe(done.Id);
        page.Items.ShouldNotContain(row => row.UnitId == empty.Id);
        (await (await app.SignedIn("reviewer")).Get<HoursUnitsPage>("/api/sharing/hours/units?year=2024")).Total.ShouldBe(0);
    }
}
