using Modular.Contracts.Units;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class FillUnitOverviewTests(App app)
{
    static string Address(Guid unit, int year) => $"/api/units/managing-units/{unit}/overviews/{year}";

    // U-2: what a census asks of a unit each year (C-2, C-3).
    [Fact]
    public async Task A_year_is_filled_corrected_and_answered_to_other_modules()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        await liaison.Put(Address(unit.Id, 2024), new FillUnitOverview(1200.5m, 0, null, 0));
        await liaison.Put(Address(unit.Id, 2024), new FillUnitOverview(1300, 0, null, 1));

        var answer = await app.Asking<IUnitOverviews, IReadOnlyDictionary<Guid, YearlyOverview>>(overviews => overviews.Of(2024, [unit.Id, Guid.CreateVersion7()], CancellationToken.None));
        answer.Values.ShouldBe([new YearlyOverview(unit.Id, 2024, 1300, 0, 2)]);
        (await app.Asking<IUnitOverviews, IReadOnlyDictionary<Guid, YearlyOverview>>(overviews => overviews.Of(2023, [unit.Id], CancellationToken.None))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_other_than_the_registers_needs_its_reason()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        await liaison.Enter(Some.StaffFacts());

        (await liaison.Put(Address(unit.Id, 2024), new FillUnitOverview(10, 3, " ", 0)).ShouldBeRefused(422, "overview.needs-reason")).Errors.Keys.ShouldBe(["reason"]);
        await liaison.Put(Address(unit.Id, 2024), new FillUnitOverview(10, 3, "two from an agency", 0));
        await liaison.Put(Address(unit.Id, 2023), new FillUnitOverview(10, 1, null, 0));
    }

    [Fact]
    public async Task The_second_of_two_is_told_and_what_is_no_year_or_area_is_refused()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        await liaison.Put(Address(unit.Id, 2024), new FillUnitOverview(10, 0, null, 0));

        await liaison.Put(Address(unit.Id, 2024), new FillUnitOverview(11, 0, null, 0)).ShouldBeRefused(409, "overview.changed-meanwhile");
        await liaison.Put(Address(unit.Id, 1999), new FillUnitOverview(11, 0, null, 0)).ShouldBeRefused(400, "request.invalid");
        await liaison.Put(Address(unit.Id, 2100), new FillUnitOverview(11, 0, null, 0)).ShouldBeRefused(400, "request.invalid");
        await liaison.Put(Address(unit.Id, 2023), new FillUnitOverview(-1, 0, null, 0)).ShouldBeRefused(400, "request.invalid");
        await liaison.Put(Address(unit.Id, 2023), new FillUnitOverview(1.234m, 0, null, 0)).ShouldBeRefused(400, "request.invalid");
        await (await app.SignedIn("liaison")).Put(Address(unit.Id, 2023), new FillUnitOverview(11, 0, null, 0)).ShouldBeRefused(404, "unit.not-found");
        await (await app.SignedIn("custodian", unit)).Put(Address(unit.Id, 2023), new FillUnitOverview(11, 0, null, 0)).ShouldBeRefused(403, "permission.missing");
    }

    [Fact]
    public async Task Of_two_who_fill_the_year_at_once_one_wins()
    {
        var unit = await app.Unit();
        var two = new[] { await app.SignedIn("liaison", unit), await app.SignedIn("unitAdministrator", unit) };

        var done = await Task.WhenAll(two.Select(async person =>
        {
            using var answer = await person.Send(HttpMethod.Put, Address(unit.Id, 2024), new FillUnitOverview(10, 0, null, 0));
            return (int)answer.StatusCode;
        }));

        done.Order().ShouldBe([200, 409]);
    }
}
