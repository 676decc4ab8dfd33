using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class SummariseStaffTests(App app)
{
    // AX 八, 九; IM 12(三): who is trained, and what posts they hold.
    [Fact]
    public async Task It_counts_who_is_on_post_and_shows_units_without_anybody()
    {
        var bureau = await app.Supervisor();
        var (unit, empty) = (await app.Unit(bureau), await app.Unit(bureau));
        var keeper = await app.SignedIn("liaison", unit);
        var first = await keeper.Enter(Some.StaffFacts() with { Education = Education.Doctor });
        await keeper.Enter(Some.StaffFacts() with { Education = Education.College, Title = "助理工程师", FullTime = false });
        await keeper.Enter(Some.StaffFacts() with { LeftOn = new DateOnly(2025, 1, 1) });
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        await keeper.Post($"/api/units/staff/{first.Id}/trainings", Some.Training with { From = today.AddDays(-30) });
        var reviewer = await app.SignedIn("reviewer", bureau);

        var rows = (await reviewer.Get<Page<StaffSummaryRow>>("/api/units/staff/summary?sort=-people")).Items;
        rows.Select(row => row.UnitId).ShouldBe([unit.Id, empty.Id]);
        (rows[0].People, rows[0].FullTime, rows[0].Graduates, rows[0].Seniors, rows[0].Trained).ShouldBe((2, 1, 1, 1, 1));
        (rows[1].People, rows[1].UpdatedAt).ShouldBe((0, null));
        (await reviewer.Get<Page<StaffSummaryRow>>("/api/units/staff/summary?empty=true")).Items.Single().UnitId.ShouldBe(empty.Id);
    }
}
