using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetInstrumentTests(App app)
{
    [Fact]
    public async Task An_instrument_says_what_it_lacks_and_what_may_be_done_with_it()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Registered(with: record => record.Manufacturer = null);

        var details = await liaison.Get<InstrumentDetails>($"/api/instruments/{draft.Id}");

        details.MissingForSubmission.ShouldBe(["manufacturer"]);
        details.MissingForNation.ShouldContain("functions");
        details.Actions.ShouldBe(["edit", "submit", "delete", "operate"]);
    }

    [Fact]
    public async Task Who_looks_decides_what_may_be_done()
    {
        var bureau = await app.Supervisor();
        var submitted = await (await app.SignedIn("liaison", await app.Unit(bureau))).Submitted();

        var forReviewer = await (await app.SignedIn("reviewer", bureau)).Get<InstrumentDetails>($"/api/instruments/{submitted.Id}");
        var forNation = await (await app.SignedIn("nationalOfficer")).Get<InstrumentDetails>($"/api/instruments/{submitted.Id}");

        forReviewer.Actions.ShouldBe(["approve", "return"]);
        forNation.Actions.ShouldBeEmpty();
    }

    // IM 13, P-2: 30 working days after acceptance, the Dragon Boat Festival of 2026 not counted.
    [Fact]
    public async Task The_day_to_be_listed_by_is_thirty_working_days_after_acceptance()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Registered(with: record => record.AcceptedOn = new DateOnly(2026, 6, 1));

        (await liaison.Get<InstrumentDetails>($"/api/instruments/{draft.Id}")).DueOn.ShouldBe(WorkingDays.Official.After(new DateOnly(2026, 6, 1), 30));
        WorkingDays.Official.After(new DateOnly(2026, 6, 1), 30).ShouldBe(new DateOnly(2026, 7, 14));
    }

    // I-5, I-6: what is overdue, what is excused, and what owes nothing.
    [Fact]
    public async Task It_says_what_it_owes()
    {
        var us = await Statements.In(app);
        async Task<InstrumentDuty?> DutyOf(SavedInstrument instrument) => (await us.Liaison.Get<InstrumentDetails>($"/api/instruments/{instrument.Id}")).Duty;

        (await DutyOf(us.Instrument)).ShouldNotBeNull().ShouldSatisfyAllConditions(duty => duty.State.ShouldBe(DutyState.Overdue), duty => duty.Statement.ShouldBeNull(), duty => duty.WorkingDays!.Value.ShouldBeLessThan(0));
        (await DutyOf(await us.Liaison.Registered(with: record => record.OriginalValueFen = 100))).ShouldBeNull();
        (await DutyOf(await app.Listed(us.Unit, us.Bureau))).ShouldBeNull();
        var filed = await us.OnRecord();
        (await DutyOf(us.Instrument)).ShouldBe(new InstrumentDuty(DutyState.Exempt, false, null, 30, new StandingStatement(filed.Id, ExemptionState.Filed)));
    }

    [Fact]
    public async Task Foreign_and_missing_instruments_are_answered_alike()
    {
        var foreign = await (await app.SignedIn("liaison")).Registered();
        var liaison = await app.SignedIn("liaison");

        await liaison.Get<object>($"/api/instruments/{foreign.Id}").ShouldBeRefused(404, "instrument.not-found");
        await liaison.Get<object>($"/api/instruments/{Guid.CreateVersion7()}").ShouldBeRefused(404, "instrument.not-found");
    }
}
