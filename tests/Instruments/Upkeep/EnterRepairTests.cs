using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Upkeep;

// I-4: the custodian writes the repair down, and everybody sees that the instrument is not to be had.
public class EnterRepairTests(App app)
{
    [Fact]
    public async Task A_repair_that_goes_on_puts_the_instrument_under_repair_for_the_public_to_see()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var saved = await app.Listed(unit, bureau);
        var custodian = await app.Custodian(unit, saved);
        var (from, back) = (app.Clock.Today().AddDays(-2), app.Clock.Today().AddDays(12));

        var row = await custodian.Enter(saved.Id, Upkeeping.Broken with { From = from }, back);

        row.Days.ShouldBe(3);
        var shown = await app.Anonymous().Get<CatalogueInstrument>($"/api/instruments/catalogue/{saved.Id}");
        (shown.OperatingStatus, shown.StatusSince, shown.ExpectedBackOn).ShouldBe((OperatingStatus.UnderRepair, from, back));
        (await custodian.Get<Page<InstrumentRow>>("/api/instruments?operatingStatus=underRepair")).Items.ShouldHaveSingleItem().ExpectedBackOn.ShouldBe(back);
        var step = (await custodian.Get<Page<RevisionRow>>($"/api/instruments/{saved.Id}/history")).Items[0];
        (step.Action, step.Reason).ShouldBe(("operated", "No vacuum"));
    }

    [Fact]
    public async Task One_goes_on_at_a_time_and_a_past_one_leaves_the_status_as_it_is()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Registered();

        await liaison.Enter(saved.Id, Upkeeping.Broken with { Until = Upkeeping.Broken.From.AddDays(1), From = Upkeeping.Broken.From });
        (await app.Stored<Instrument>(saved.Id))!.OperatingStatus.ShouldBe(OperatingStatus.InService);
        await liaison.Enter(saved.Id, Upkeeping.Broken);
        await liaison.Enter(saved.Id, Upkeeping.Broken with { Fault = "Again" }).ShouldBeRefused(409, "repair.ongoing");

        // Two who report it at once: the database keeps one.
        var other = await liaison.Registered();
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var answer = await liaison.Send(HttpMethod.Post, $"/api/instruments/{other.Id}/repairs", new EnterRepair(Upkeeping.Broken, null));
            return (int)answer.StatusCode;
        }));
        tries.Count(status => status == 201).ShouldBe(1);
        tries.ShouldAllBe(status => status == 201 || status == 409);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_field_and_a_document_must_be_the_instruments_own()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Registered();
        var tomorrow = app.Clock.Today().AddDays(1);

        var refusal = await liaison.Enter(saved.Id, new RepairFacts(tomorrow, tomorrow, "", null, null, -1, null)).ShouldBeRefused(400, "request.invalid");
        refusal.Errors.Keys.ShouldBe(["facts.from", "facts.until", "facts.fault", "facts.costFen"], ignoreOrder: true);
        await liaison.Enter(saved.Id, Upkeeping.Broken with { AttachmentId = Guid.CreateVersion7() }).ShouldBeRefused(404, "attachment.not-found");
    }

    [Fact]
    public async Task A_custodian_writes_only_about_what_is_entrusted_to_them()
    {
        var unit = await app.Unit();
        var saved = await (await app.SignedIn("liaison", unit)).Registered();

        await (await app.SignedIn("custodian", unit)).Enter(saved.Id, Upkeeping.Broken).ShouldBeRefused(403, "instrument.not-entrusted");
        await (await app.SignedIn("custodian")).Enter(saved.Id, Upkeeping.Broken).ShouldBeRefused(404, "instrument.not-found");
    }
}
