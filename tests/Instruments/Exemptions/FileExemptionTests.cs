using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class FileExemptionTests(App app)
{
    // I-5, I-6: what is on record is not overdue, and not among what must be open.
    [Fact]
    public async Task Once_on_record_its_instruments_owe_nothing()
    {
        var us = await Statements.In(app);
        (await us.Overdue()).ShouldBe(1);

        var filed = await us.OnRecord();

        var read = await us.Read(filed);
        (read.State, read.FilingNumber, read.FiledOn).ShouldBe((ExemptionState.Filed, "Record 12", app.Clock.Today()));
        (await us.Liaison.Get<DutyOverview>("/api/instruments/duties/counts")).Total.ShouldBe(new DutyCounts(0, 0, 0, 0, 0, 0, 1));
        (await us.Liaison.Get<Page<DutyRow>>("/api/instruments/duties")).Total.ShouldBe(0);
        var exempt = (await us.Officer.Get<Page<DutyRow>>("/api/instruments/duties?state=exempt")).Items.Single();
        (exempt.Id, exempt.State, exempt.Statement!.Id).ShouldBe((us.Instrument.Id, DutyState.Exempt, filed.Id));
        app.Clock.AdvanceApart();
        (await app.Anonymous().Get<OpenRateAnswer>($"/api/instruments/duties/open-rate?within={us.Region.Id}")).Total.MustOpen.ShouldBe(0);
    }

    [Fact]
    public async Task A_passing_reason_lapses_by_itself_and_can_be_stated_anew()
    {
        var us = await Statements.In(app);
        var facts = Some.Exemption(us.Instrument.Id) with { Reason = ExemptionReason.InCommissioning, Until = app.Clock.Today().AddDays(20) };
        var filed = await us.OnRecord(facts);
        (await us.Overdue()).ShouldBe(0);

        app.Clock.Advance(TimeSpan.FromDays(21));
        var liaison = await app.SignedIn("liaison", us.Unit);

        (await liaison.Get<DutyOverview>("/api/instruments/duties/counts")).Total.Overdue.ShouldBe(1);
        (await liaison.Get<ExemptionDetails>($"{Statements.Address}/{filed.Id}")).Lapsed.ShouldBeTrue();
        await liaison.Post<SavedExemption>(Statements.Address, new DeclareExemption(Some.Exemption(us.Instrument.Id)));
        var lapsed = await liaison.Get<ExemptionDetails>($"{Statements.Address}/{filed.Id}");
        (lapsed.State, lapsed.EndedOn, lapsed.Steps[^1].Action).ShouldBe((ExemptionState.Ended, facts.Until, "lapsed"));
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_frees_the_instrument()
    {
        var us = await Statements.In(app);
        var endorsed = await us.Reviewed(await us.Declared());
        Task<SavedExemption> File(Client person, FileExemption how) => person.Post<SavedExemption>($"{Statements.Address}/{endorsed.Id}/file", how);

        await File(us.Officer, new FileExemption(false, null, " ", endorsed.Version)).ShouldBeRefused(400, "request.invalid");
        await File(us.Officer, new FileExemption(true, "", null, endorsed.Version)).ShouldBeRefused(400, "request.invalid");
        await File(us.Reviewer, new FileExemption(true, "Record 1", null, endorsed.Version)).ShouldBeRefused(403, "permission.missing");
        (await us.Read(await us.Filed(endorsed, file: false))).State.ShouldBe(ExemptionState.Refused);
        await us.Declared();
    }

    [Fact]
    public async Task Nothing_is_put_on_record_that_the_department_has_not_endorsed()
    {
        var us = await Statements.In(app);

        await us.Filed(await us.Declared()).ShouldBeRefused(409, "exemption.cannot-file");
    }
}
