using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class EndIntegrityRecordTests(App app)
{
    const string Address = "/api/units/integrity-records";

    [Fact]
    public async Task An_ended_record_counts_no_more_and_stays_to_be_read()
    {
        var unit = await app.Unit();
        var officer = await app.SignedIn("policyOfficer");
        var opened = await officer.Post<OpenedRecord>(Address, Some.Integrity(unit.Id));
        var day = new DateOnly(2026, 1, 10);

        await officer.Post($"{Address}/{opened.Id}/end", new EndIntegrityRecord(day, "lifted", opened.Version));

        await using var scope = app.Services.CreateAsyncScope();
        var standings = scope.ServiceProvider.GetRequiredService<IUnitStandings>();
        (await standings.On(day.AddDays(-1), [unit.Id], CancellationToken.None)).Keys.ShouldBe([unit.Id]);
        (await standings.On(day, [unit.Id], CancellationToken.None)).ShouldBeEmpty();
        var row = (await officer.Get<Modular.Shared.Page<IntegrityRow>>($"{Address}?unitId={unit.Id}")).Items.Single();
        (row.EndedOn, row.EndReason, row.Counts).ShouldBe((day, "lifted", false));
    }

    [Fact]
    public async Task It_is_ended_once_by_who_saw_its_present_state_and_not_before_it_began()
    {
        var officer = await app.SignedIn("policyOfficer");
        var opened = await officer.Post<OpenedRecord>(Address, Some.Integrity((await app.Unit()).Id));
        var end = new EndIntegrityRecord(new DateOnly(2026, 1, 10), "lifted", opened.Version);

        await officer.Post($"{Address}/{opened.Id}/end", end with { Version = 9 }).ShouldBeRefused(409, "integrity.changed-meanwhile");
        await officer.Post($"{Address}/{opened.Id}/end", end with { EndedOn = new DateOnly(2020, 1, 1) }).ShouldBeRefused(422, "date.end-before-beginning");
        await officer.Post($"{Address}/{opened.Id}/end", end);
        await officer.Post($"{Address}/{opened.Id}/end", end with { Version = 2 }).ShouldBeRefused(409, "integrity.ended");
        await officer.Post($"{Address}/{Guid.CreateVersion7()}/end", end).ShouldBeRefused(404, "integrity.not-found");
    }
}
