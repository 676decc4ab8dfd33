using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class OpenIntegrityRecordTests(App app)
{
    const string Address = "/api/units/integrity-records";

    static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    // U-8: what, when, by whose decision, until when; read wherever money or purchases are decided.
    [Fact]
    public async Task A_record_counts_from_its_first_day_to_its_last_for_all_units_asked_at_once()
    {
        var (blamed, other) = (await app.Unit(), await app.Unit());
        var officer = await app.SignedIn("policyOfficer");
        var command = Some.Integrity(blamed.Id) with { From = Today.AddDays(-10), Until = Today.AddDays(10) };

        var opened = await officer.Post<OpenedRecord>(Address, command);

        foreach (var (day, counts) in new[] { (-11, false), (-10, true), (0, true), (10, true), (11, false) })
        {
            var standings = await Ask(Today.AddDays(day), [blamed.Id, other.Id]);
            standings.Keys.ShouldBe(counts ? [blamed.Id] : []);
        }

        var summary = (await Ask(Today, [blamed.Id]))[blamed.Id].Single();
        summary.ShouldBe(new IntegritySummary(opened.Id, "falseReporting", command.What, command.DecidedBy, command.Document!, command.From, command.Until));
    }

    [Fact]
    public async Task Other_modules_hear_of_it()
    {
        var unit = await app.Unit();

        var opened = await (await app.SignedIn("policyOfficer")).Post<OpenedRecord>(Address, Some.Integrity(unit.Id));

        var told = await app.InDatabase<UnitsDb, string?>(db => Task.FromResult(db.Outbox.AsEnumerable().LastOrDefault(m => m.Type.Contains(nameof(IntegrityRecordOpened), StringComparison.Ordinal) && m.Payload.Contains(opened.Id.ToString(), StringComparison.Ordinal))?.Payload));
        told.ShouldNotBeNull().ShouldContain(unit.Id.ToString());
    }

    [Fact]
    public async Task Only_the_region_enters_them_and_dates_must_make_sense()
    {
        var unit = await app.Unit();
        var officer = await app.SignedIn("policyOfficer");

        await (await app.SignedIn("unitAdministrator", unit)).Post(Address, Some.Integrity(unit.Id)).ShouldBeRefused(403, "permission.missing");
        await officer.Post(Address, Some.Integrity(Guid.CreateVersion7())).ShouldBeRefused(404, "unit.not-found");
        var refusal = await officer.Post(Address, Some.Integrity(unit.Id) with { What = "", HappenedOn = Today.AddDays(2), From = Today, Until = Today.AddDays(-1) }).ShouldBeRefused(400, "request.invalid");
        refusal.Errors.Keys.ShouldBe(["what", "happenedOn", "from", "until"], ignoreOrder: true);
    }

    async Task<IReadOnlyDictionary<Guid, IReadOnlyList<IntegritySummary>>> Ask(DateOnly day, Guid[] units)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUnitStandings>().On(day, units, CancellationToken.None);
    }
}
