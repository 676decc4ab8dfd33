using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class DeclareAffiliationTests(App app)
{
    const string Address = "/api/units/affiliations";

    static readonly DateOnly Day = new(2025, 6, 1);

    // U-6: needed to tell external from affiliated service (IM 4, 23-2).
    [Fact]
    public async Task Two_units_are_affiliated_both_ways_for_as_long_as_declared()
    {
        var (unit, other, third) = (await app.Unit(), await app.Unit(), await app.Unit());
        var liaison = await app.SignedIn("liaison", unit);

        await liaison.Post(Address, await Declared(other) with { From = Day, Until = Day.AddDays(30) });

        foreach (var (day, holds) in new[] { (-1, false), (0, true), (30, true), (31, false) })
        {
            var answer = await Ask(Day.AddDays(day), [unit.Id, other.Id, third.Id]);
            answer.Keys.ShouldBe(holds ? [unit.Id, other.Id] : [], ignoreOrder: true);
            if (holds) (answer[unit.Id].Single(), answer[other.Id].Single()).ShouldBe((other.Id, unit.Id));
        }
    }

    [Fact]
    public async Task The_same_two_are_declared_once_at_a_time_whoever_declares()
    {
        var (unit, other) = (await app.Unit(), await app.Unit());
        await (await app.SignedIn("liaison", unit)).Post(Address, await Declared(other) with { From = Day, Until = Day.AddDays(30) });
        var fromTheOther = await app.SignedIn("liaison", other);

        await fromTheOther.Post(Address, await Declared(unit) with { From = Day.AddDays(30), Until = null }).ShouldBeRefused(409, "affiliation.exists");
        await fromTheOther.Post(Address, await Declared(unit) with { From = Day.AddDays(31), Until = null });
    }

    [Fact]
    public async Task Unknown_codes_oneself_and_foreign_units_are_refused()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);

        await liaison.Post(Address, Some.Affiliation(null, Some.CreditCode())).ShouldBeRefused(422, "unit.no-such-code");
        await liaison.Post(Address, Some.Affiliation(null, "12")).ShouldBeRefused(400, "request.invalid");
        await liaison.Post(Address, await Declared(unit)).ShouldBeRefused(422, "affiliation.own");
        await liaison.Post(Address, await Declared(unit) with { UnitId = (await app.Unit()).Id }).ShouldBeRefused(404, "unit.not-found");
        await (await app.SignedIn("custodian", unit)).Post(Address, await Declared(unit)).ShouldBeRefused(403, "permission.missing");
    }

    async Task<DeclareAffiliation> Declared(Organisation other) => Some.Affiliation(null, (await app.Stored<ManagingUnit>(other.Id))!.CreditCode);

    async Task<IReadOnlyDictionary<Guid, IReadOnlySet<Guid>>> Ask(DateOnly day, Guid[] units)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUnitAffiliations>().On(day, units, CancellationToken.None);
    }
}
