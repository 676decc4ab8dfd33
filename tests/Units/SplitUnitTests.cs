using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class SplitUnitTests(App app)
{
    [Fact]
    public async Task A_department_goes_to_a_new_unit_and_both_sides_keep_their_history()
    {
        var supervisor = await app.Supervisor();
        var unit = await app.Unit(supervisor);
        var liaison = await app.SignedIn("liaison", unit);
        var (going, staying) = (await Registered(liaison, "医学院", "S-1"), await Registered(liaison, "理学院", "S-2"));
        await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000, "S-1"), Assets.Card("K2", "电镜", 500_000, "S-2"));
        var officer = await app.SignedIn("policyOfficer");

        var name = $"Medical university {Some.Number()}";
        var made = await officer.Post<RegisteredOrganisation>($"/api/units/managing-units/{unit.Id}/split",
            new SplitUnit(null, new UnitSplitOff(name, Some.CreditCode()), ["医学院"], [], Some.Decision, 1));
        await app.DeliverEvents();

        var fresh = await officer.Get<ManagingUnitDetails>($"/api/units/managing-units/{made.Id}");
        (fresh.Name, fresh.SupervisorId, fresh.LeagueCode).ShouldBe((name, supervisor.Id, Some.LeagueCode));
        (await liaison.Get<Page<InstrumentRow>>("/api/instruments")).Items.Single().Id.ShouldBe(staying.Id);
        (await officer.Get<InstrumentDetails>($"/api/instruments/{going.Id}")).UnitName.ShouldBe(name);
        var step = (await officer.Get<Page<RevisionRow>>($"/api/instruments/{going.Id}/history")).Items[0];
        (step.Action, step.Organisation, step.Reason).ShouldBe(("handedOver", unit.Name, $"{unit.Name} → {name} · reform"));
        (await officer.Get<Page<UnitEventRow>>($"/api/units/managing-units/{unit.Id}/history")).Items[0].ShouldSatisfyAllConditions(
            e => e.Kind.ShouldBe(UnitEventKind.SplitOff), e => e.OtherUnitId.ShouldBe(made.Id), e => e.After.ShouldBe(name));
        (await officer.Get<Page<UnitEventRow>>($"/api/units/managing-units/{made.Id}/history")).Items.Select(e => e.Kind).ShouldBe([UnitEventKind.Registered, UnitEventKind.SplitFrom], ignoreOrder: true);
        // Its asset cards go along, the others stay.
        (await liaison.Cards()).Single().CardNumber.ShouldBe("K2");
        (await (await app.SignIn(await app.Account(await Organisation(made.Id), ["liaison"]))).Cards()).Single().CardNumber.ShouldBe("K1");
    }

    [Fact]
    public async Task Chosen_instruments_go_to_a_unit_that_exists_once_however_often_it_is_told()
    {
        var (unit, into) = (await app.Unit(), await app.Unit());
        var (mine, theirs) = (await app.SignedIn("liaison", unit), await app.SignedIn("liaison", into));
        var (chosen, other) = (await Registered(mine, "理学院", "S-1"), await Registered(mine, "理学院", "S-2"));
        await Registered(theirs, "中心", "S-1");
        var officer = await app.SignedIn("policyOfficer");

        await officer.Post($"/api/units/managing-units/{unit.Id}/split", new SplitUnit(into.Id, null, [], [chosen.Id], Some.Decision, 1));
        await app.DeliverEvents();
        var news = new UnitSplit(unit.Id, unit.Name, into.Id, into.Name, Some.Decision.On, [], [chosen.Id], app.Clock.GetUtcNow(), default, "Somebody", "again");
        await using (var scope = app.Services.CreateAsyncScope())
            foreach (var reaction in scope.ServiceProvider.GetServices<MediatR.INotificationHandler<UnitSplit>>()) await reaction.Handle(news, CancellationToken.None);

        (await theirs.Instruments()).Select(i => i.AssetNumber).ShouldBe(["S-1", "S-1#2"]);
        (await mine.Instruments()).Single().Id.ShouldBe(other.Id);
        (await theirs.Get<Page<RevisionRow>>($"/api/instruments/{chosen.Id}/history")).Items.Count(step => step.Action == "handedOver").ShouldBe(1);
    }

    // U-11: the people of the unit stay behind; who runs what went is the successor's to say.
    [Fact]
    public async Task Custodians_keep_what_stays_and_lose_what_goes()
    {
        var (unit, into) = (await app.Unit(), await app.Unit());
        var mine = await app.SignedIn("liaison", unit);
        var (chosen, other) = (await Registered(mine, "理学院", "S-1"), await Registered(mine, "理学院", "S-2"));
        var custodian = await app.Custodian(unit, chosen, other);
        await custodian.Enter(chosen.Id, Upkeeping.Broken);

        await (await app.SignedIn("policyOfficer")).Post($"/api/units/managing-units/{unit.Id}/split", new SplitUnit(into.Id, null, [], [chosen.Id], Some.Decision, 1));
        await app.DeliverEvents();

        (await custodian.Get<Page<InstrumentRow>>("/api/instruments?custodian=mine")).Items.Single().Id.ShouldBe(other.Id);
        await custodian.UpkeepOf(chosen.Id).ShouldBeRefused(404, "instrument.not-found");
        var theirs = await app.SignedIn("liaison", into);
        (await theirs.Get<Page<InstrumentRow>>("/api/instruments?custodian=none")).Items.Single().Id.ShouldBe(chosen.Id);
        (await theirs.UpkeepOf(chosen.Id)).Repairs.Single().Fault.ShouldBe("No vacuum");
    }

    [Fact]
    public async Task Refusals_by_name()
    {
        var (unit, into) = (await app.Unit(), await app.Unit());
        var officer = await app.SignedIn("policyOfficer");
        Task Split(Guid? to, UnitSplitOff? made, string[] departments, int version = 1) =>
            officer.Post($"/api/units/managing-units/{unit.Id}/split", new SplitUnit(to, made, departments, [], Some.Decision, version));

        (await Split(null, null, ["a"]).ShouldBeRefused(400, "request.invalid")).Errors["intoUnitId"].Single().Code.ShouldBe("split.one-unit");
        (await Split(into.Id, new UnitSplitOff("x", Some.CreditCode()), ["a"]).ShouldBeRefused(400, "request.invalid")).Errors.ShouldContainKey("intoUnitId");
        (await Split(into.Id, null, []).ShouldBeRefused(400, "request.invalid")).Errors["departments"].Single().Code.ShouldBe("split.nothing");
        (await Split(null, new UnitSplitOff("x", "123"), ["a"]).ShouldBeRefused(400, "request.invalid")).Errors.ShouldContainKey("newUnit.creditCode");
        await Split(unit.Id, null, ["a"]).ShouldBeRefused(422, "unit.no-successor");
        await Split(Guid.CreateVersion7(), null, ["a"]).ShouldBeRefused(404, "unit.not-found");
        await Split(into.Id, null, ["a"], version: 7).ShouldBeRefused(409, "unit.changed-meanwhile");
        var code = (await app.Stored<ManagingUnit>(into.Id))!.CreditCode;
        await Split(null, new UnitSplitOff("x", code), ["a"]).ShouldBeRefused(409, "unit.credit-code-taken");
        await (await app.SignedIn("liaison", unit)).Post($"/api/units/managing-units/{unit.Id}/split", new SplitUnit(into.Id, null, ["a"], [], Some.Decision, 1)).ShouldBeRefused(403, "permission.missing");
    }

    async Task<Organisation> Organisation(Guid id) => (await app.Stored<Organisation>(id))!;

    static Task<SavedInstrument> Registered(Client client, string department, string number)
    {
        var record = Some.Record("电镜");
        (record.Department, record.AssetNumber, record.OriginalValueFen) = (department, number, 50_000_000);
        return client.Post<SavedInstrument>("/api/instruments", new RegisterInstrument(null, record));
    }
}
