using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class DeclareExemptionTests(App app)
{
    // I-6: on its way it explains nothing yet.
    [Fact]
    public async Task A_statement_goes_to_the_department_with_its_instruments_as_they_are()
    {
        var us = await Statements.In(app);

        var declared = await us.Declared();

        var read = await us.Reviewer.Get<ExemptionDetails>($"{Statements.Address}/{declared.Id}");
        (read.State, read.Count, read.SupervisorName).ShouldBe((ExemptionState.Submitted, 1, us.Bureau.Name));
        read.Instruments.Single().NameZh.ShouldBe("old microscope");
        read.Steps.Single().Action.ShouldBe("submitted");
        (await us.Overdue()).ShouldBe(1);
        var row = (await us.Liaison.Get<Page<DutyRow>>("/api/instruments/duties")).Items.Single();
        row.Statement.ShouldBe(new StandingStatement(declared.Id, ExemptionState.Submitted));
    }

    // CN 三, I-7: neither name nor model nor text of what is classified is taken in.
    [Fact]
    public async Task A_classified_statement_keeps_a_count_and_the_units_own_number_only()
    {
        var us = await Statements.In(app);

        var read = await us.Read(await us.Declared(Some.ClassifiedExemption));
        (read.Count, read.UnitReference, read.Explanation, read.Instruments.Count).ShouldBe((3, "BM-2026-07", null, 0));

        foreach (var telling in new[]
        {
            Some.ClassifiedExemption with { InstrumentIds = [us.Instrument.Id] },
            Some.ClassifiedExemption with { Explanation = "a radar" },
            Some.ClassifiedExemption with { UnitReference = "某型雷达" },
            Some.ClassifiedExemption with { Count = null },
        })
            await us.Declared(telling).ShouldBeRefused(400, "request.invalid");
    }

    [Fact]
    public async Task What_passes_needs_a_last_day_and_every_reason_but_one_a_text()
    {
        var us = await Statements.In(app);
        var facts = Some.Exemption(us.Instrument.Id);

        foreach (var wrong in new[]
        {
            facts with { Reason = ExemptionReason.InCommissioning },
            facts with { Until = app.Clock.Today() },
            facts with { Until = app.Clock.Today().AddYears(4) },
            facts with { Explanation = "" },
            facts with { InstrumentIds = [] },
            facts with { InstrumentIds = [us.Instrument.Id, us.Instrument.Id] },
            facts with { Count = 2 },
            facts with { UnitReference = "A" },
        })
            await us.Declared(wrong).ShouldBeRefused(400, "request.invalid");
        await us.Declared(facts with { Reason = ExemptionReason.InCommissioning, Until = app.Clock.Today().AddDays(30) });
    }

    [Fact]
    public async Task An_instrument_stands_in_one_statement_at_a_time()
    {
        var us = await Statements.In(app);
        var first = await us.Declared();

        await us.Declared().ShouldBeRefused(409, "exemption.already-stated");

        await us.Liaison.Post<SavedExemption>($"{Statements.Address}/{first.Id}/withdraw", new WithdrawExemption(first.Version, "mended"));
        await us.Declared();
    }

    // The database decides between those who state it at the same moment.
    [Fact]
    public async Task Of_many_statements_at_once_about_one_instrument_one_is_taken()
    {
        var us = await Statements.In(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => us.Liaison.Send(HttpMethod.Post, Statements.Address, new DeclareExemption(Some.Exemption(us.Instrument.Id)))));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        answers.Count(answer => (int)answer.StatusCode == 409).ShouldBe(7);
    }

    [Fact]
    public async Task What_is_open_or_foreign_is_not_explained()
    {
        var us = await Statements.In(app);
        var open = await app.Listed(us.Unit, us.Bureau);
        var foreign = await (await app.SignedIn("liaison")).Registered();

        await us.Declared(Some.Exemption(open.Id)).ShouldBeRefused(422, "exemption.not-needed");
        await us.Declared(Some.Exemption(foreign.Id)).ShouldBeRefused(404, "instrument.not-found");
        await us.Reviewer.Post<SavedExemption>(Statements.Address, new DeclareExemption(Some.Exemption(us.Instrument.Id))).ShouldBeRefused(403, "permission.missing");
    }
}
