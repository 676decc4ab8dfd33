using Modular.Contracts.Units;
using Modular.Contracts.Sharing;
using Modular.Instruments;
using Modular.Shared;
using Modular.Sharing;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sharing;

public class DeclareHoursTests(App app)
{
    [Fact]
    public async Task Each_row_is_judged_by_itself()
    {
        var liaison = await app.SignedIn("liaison");
        var ids = new List<Guid>();
        for (var i = 0; i < 6; i++) ids.Add((await liaison.Registered()).Id);
        var foreign = await (await app.SignedIn("liaison")).Registered();

        var done = await liaison.Declare(2023,
            (ids[0], 1200.5m, 300, 0), (ids[1], 8761, null, 0), (ids[2], 100, 101, 0), (ids[3], null, 5, 0), (ids[4], 1.25m, null, 0), (ids[5], 10, 0, 7), (foreign.Id, 10, 0, 0), (Guid.CreateVersion7(), 10, 0, 0));

        done.Rows.Select(row => row.Code).ShouldBe(
            [null, "hours.out-of-range", "hours.external-above-effective", "hours.effective-missing", "hours.one-decimal", "hours.changed-meanwhile", "instrument.not-found", "instrument.not-found"]);
        (done.Done, done.Refused).ShouldBe((1, 7));
        (await liaison.Declare(2024, (ids[1], 8784, null, 0))).Done.ShouldBe(1);
    }

    [Fact]
    public async Task The_second_of_two_is_told_and_the_same_again_changes_nothing()
    {
        var liaison = await app.SignedIn("liaison");
        var id = (await liaison.Registered()).Id;

        (await liaison.Declare(2024, (id, 100, 10, 0))).Rows.Single().Version.ShouldBe(1);
        (await liaison.Declare(2024, (id, 200, 10, 0))).Rows.Single().ShouldSatisfyAllConditions(row => row.Code.ShouldBe("hours.changed-meanwhile"), row => row.Version.ShouldBe(1));
        (await liaison.Declare(2024, (id, 100, 10, 1))).Rows.Single().Version.ShouldBe(1);
        (await liaison.Declare(2024, (id, null, null, 1))).Rows.Single().Version.ShouldBe(2);
        (await liaison.Hours(2024)).Items.Single().Declared.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_no_year_or_too_much_and_who_may_not_is_refused()
    {
        var liaison = await app.SignedIn("liaison");
        var id = (await liaison.Registered()).Id;

        await liaison.Declare(1999, (id, 1, 0, 0)).ShouldBeRefused(400, "request.invalid");
        await liaison.Declare(2100, (id, 1, 0, 0)).ShouldBeRefused(400, "request.invalid");
        await liaison.Declare(2024, (id, 1, 0, 0), (id, 2, 0, 0)).ShouldBeRefused(400, "request.invalid");
        await liaison.Declare(2024).ShouldBeRefused(400, "request.invalid");
        await (await app.SignedIn("reviewer")).Declare(2024, (id, 1, 0, 0)).ShouldBeRefused(403, "permission.missing");
    }

    // The record shows the latest year's hours, wherever they were entered; an older year's do not take their place.
    [Fact]
    public async Task The_record_follows_and_its_own_hours_come_back_the_same()
    {
        var liaison = await app.SignedIn("liaison");
        var id = (await liaison.Registered()).Id;
        await liaison.Declare(2024, (id, 1500, 200, 0));
        await app.DeliverEvents();
        await liaison.Declare(2023, (id, 900, 0, 0));
        await app.DeliverEvents();

        var stored = (await app.Stored<Instrument>(id))!;
        (stored.HoursYear, stored.AnnualHours, stored.ExternalHours).ShouldBe((2024, 1500, 200));
        (await liaison.Hours(2023)).Items.Single().Declared.ShouldBe(new UsageFigure(900, 0));
        (await liaison.Hours(2024)).Items.Single().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Hours_that_came_with_the_record_stand_in_the_table_and_follow_a_merger()
    {
        var bureau = await app.Supervisor();
        var (unit, into) = (await app.Unit(bureau), await app.Unit(bureau));
        var liaison = await app.SignedIn("liaison", unit);
        var id = (await liaison.Registered(with: record => (record.HoursYear, record.AnnualHours, record.ExternalHours) = (2024, 800, 100))).Id;
        await app.DeliverEvents();

        (await liaison.Hours(2024)).Items.Single().ShouldSatisfyAllConditions(row => row.Declared.ShouldBe(new UsageFigure(800, 100)), row => row.By.ShouldBeEmpty(), row => row.Version.ShouldBe(1));
        var version = (await app.Stored<ManagingUnit>(unit.Id))!.Version;
        await (await app.SignedIn("reviewer", bureau)).Post($"/api/units/managing-units/{unit.Id}/merge", new MergeUnit(into.Id, PeopleAfterMerger.Follow, Some.Decision, version));
        await app.DeliverEvents();
        (await (await app.SignedIn("liaison", into)).Hours(2024, "missing=false")).Items.Single().InstrumentId.ShouldBe(id);
    }
}
