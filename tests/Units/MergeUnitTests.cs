using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class MergeUnitTests(App app)
{
    [Fact]
    public async Task Instruments_and_people_go_over_and_the_history_reads_as_it_was()
    {
        var (unit, into) = (await app.Unit(), await app.Unit());
        var person = await app.Account(unit, ["unitAdministrator"]);
        var instrument = await (await app.SignIn(person)).Post<SavedInstrument>("/api/instruments", Some.Instrument());
        var officer = await app.SignedIn("policyOfficer");

        await Merge(officer, unit, into, PeopleAfterMerger.Follow);
        await app.DeliverEvents();

        var moved = await app.SignIn(person);
        (await moved.Get<Page<InstrumentRow>>("/api/instruments")).Items.Single().UnitName.ShouldBe(into.Name);
        var history = await moved.Get<Page<RevisionRow>>($"/api/instruments/{instrument.Id}/history");
        (history.Items[0].Action, history.Items[0].Organisation, history.Items[0].Reason).ShouldBe(("handedOver", unit.Name, $"{unit.Name} → {into.Name} · reform"));
        history.Items[^1].Organisation.ShouldBe(unit.Name);
        // The old address says where the unit went, to the people of its successor too.
        var old = await moved.Get<ManagingUnitDetails>($"/api/units/managing-units/{unit.Id}");
        (old.Name, old.ClosedOn, old.MergedIntoId, old.MergedIntoName).ShouldBe((unit.Name, Some.Decision.On, into.Id, into.Name));
        (await moved.Get<Page<UnitEventRow>>($"/api/units/managing-units/{unit.Id}/history")).Items.Select(e => e.Kind).ShouldBe([UnitEventKind.MergedInto, UnitEventKind.Registered]);
        (await moved.Get<Page<UnitEventRow>>($"/api/units/managing-units/{into.Id}/history")).Items[0].Kind.ShouldBe(UnitEventKind.Absorbed);
    }

    // Reactions run at least once.
    [Fact]
    public async Task News_that_arrives_twice_changes_nothing_more_and_numbers_that_both_used_are_kept_apart()
    {
        var (unit, into) = (await app.Unit(), await app.Unit());
        var (mine, theirs) = (await app.SignedIn("unitAdministrator", unit), await app.SignedIn("unitAdministrator", into));
        var record = Some.Record();
        var moving = await mine.Post<SavedInstrument>("/api/instruments", new RegisterInstrument(null, record));
        await theirs.Post("/api/instruments", new RegisterInstrument(null, record));
        await Merge(await app.SignedIn("policyOfficer"), unit, into, PeopleAfterMerger.Close);
        await app.DeliverEvents();

        var news = new UnitsMerged(unit.Id, unit.Name, into.Id, into.Name, Some.Decision.On, default, "Somebody", "again");
        await using (var scope = app.Services.CreateAsyncScope())
            foreach (var reaction in scope.ServiceProvider.GetServices<MediatR.INotificationHandler<UnitsMerged>>()) await reaction.Handle(news, CancellationToken.None);

        (await theirs.Get<Page<InstrumentRow>>("/api/instruments")).Items.Select(i => i.AssetNumber).ShouldBe([record.AssetNumber, $"{record.AssetNumber}#2"], ignoreOrder: true);
        (await theirs.Get<Page<RevisionRow>>($"/api/instruments/{moving.Id}/history")).Items.Count(step => step.Action == "handedOver").ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_comes_in_for_it_any_more_and_nothing_new_is_entered()
    {
        var (unit, into) = (await app.Unit(), await app.Unit());
        var person = await app.Account(unit, ["unitAdministrator"]);
        var before = await app.SignIn(person);
        var (secret, _) = await app.IssuedKey(unit, [Contracts.Permissions.InstrumentsRead]);
        var officer = await app.SignedIn("policyOfficer");
        await Merge(officer, unit, into, PeopleAfterMerger.Close);

        await before.Get<object>("/api/instruments").ShouldBeRefused(401, "session.required");
        await app.Machine(secret).Get<object>("/api/instruments").ShouldBeRefused(401, "key.refused");
        await officer.Post("/api/units/managing-units/" + unit.Id + "/close", new CloseUnit(Some.Decision, 2)).ShouldBeRefused(409, "unit.closed");
        await officer.Put($"/api/units/managing-units/{unit.Id}", new EditManagingUnit(Some.UnitFacts(), 2)).ShouldBeRefused(409, "unit.closed");
        await using var scope = app.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<IUnitDirectory>().Within(unit.Path, CancellationToken.None)).ShouldBeEmpty();
    }

    // A merger washes nothing away (U-8), and a chain of mergers leads to who goes on today.
    [Fact]
    public async Task Integrity_records_and_affiliations_go_with_it_through_a_chain_of_mergers()
    {
        var (first, second, third, partner) = (await app.Unit(), await app.Unit(), await app.Unit(), await app.Unit());
        var officer = await app.SignedIn("policyOfficer");
        await officer.Post("/api/units/integrity-records", Some.Integrity(first.Id));
        await officer.Post("/api/units/affiliations", Some.Affiliation(first.Id, (await app.Stored<ManagingUnit>(partner.Id))!.CreditCode) with { From = new DateOnly(2025, 1, 1), Until = null });

        await Merge(officer, first, second, PeopleAfterMerger.Close);
        await Merge(officer, second, third, PeopleAfterMerger.Close, version: 2);

        (await officer.Get<ManagingUnitDetails>($"/api/units/managing-units/{first.Id}")).MergedIntoId.ShouldBe(third.Id);
        await using var scope = app.Services.CreateAsyncScope();
        var (standings, affiliations) = (scope.ServiceProvider.GetRequiredService<IUnitStandings>(), scope.ServiceProvider.GetRequiredService<IUnitAffiliations>());
        (await standings.On(Some.Decision.On, [third.Id], CancellationToken.None)).Keys.ShouldBe([third.Id]);
        (await affiliations.On(Some.Decision.On, [third.Id], CancellationToken.None))[third.Id].ShouldBe([partner.Id]);
        (await affiliations.On(Some.Decision.On.AddDays(-1), [third.Id], CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Not_into_itself_not_into_a_closed_or_foreign_one()
    {
        var bureau = await app.Supervisor();
        var (unit, closed) = (await app.Unit(bureau), await app.Unit(bureau));
        var reviewer = await app.SignedIn("reviewer", bureau);
        await reviewer.Post($"/api/units/managing-units/{closed.Id}/close", new CloseUnit(Some.Decision, 1));

        await Merge(reviewer, unit, unit, PeopleAfterMerger.Close).ShouldBeRefused(422, "unit.no-successor");
        await Merge(reviewer, unit, closed, PeopleAfterMerger.Close).ShouldBeRefused(422, "unit.no-successor");
        await Merge(reviewer, unit, await app.Unit(), PeopleAfterMerger.Close).ShouldBeRefused(404, "unit.not-found");
    }

    static Task Merge(Client who, Organisation unit, Organisation into, PeopleAfterMerger people, int version = 1) =>
        who.Post($"/api/units/managing-units/{unit.Id}/merge", new MergeUnit(into.Id, people, Some.Decision, version));
}
