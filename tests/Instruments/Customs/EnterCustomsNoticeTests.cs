using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Customs;

// I-3, IM 6: while customs supervise it, moving it or letting it go needs their notice, and the system says so.
public class EnterCustomsNoticeTests(App app)
{
    [Fact]
    public async Task A_supervised_instrument_moves_only_after_the_notice_that_allows_it()
    {
        var (liaison, id) = await Supervised();

        (await Move(liaison, id).ShouldBeRefused(422, "customs.move-needs-notice")).Message.ShouldContain(App.Soon.AddYears(2).Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Enter(liaison, id, CustomsMatter.Moved);
        await Move(liaison, id);

        (await liaison.Get<InstrumentDetails>($"/api/instruments/{id}")).Record.Street.ShouldBe("New building");
    }

    [Fact]
    public async Task It_leaves_the_platform_or_supervision_only_after_the_notice_that_lifts_it()
    {
        var (liaison, id) = await Supervised();
        var details = await liaison.Get<InstrumentDetails>($"/api/instruments/{id}");

        await Retire(liaison, id).ShouldBeRefused(422, "customs.still-supervised");
        details.Record.CustomsSupervised = false;
        await liaison.Put<SavedInstrument>($"/api/instruments/{id}", new EditInstrument(details.Record, details.Version)).ShouldBeRefused(422, "customs.still-supervised");
        // Leave to move is not leave to go.
        await Enter(liaison, id, CustomsMatter.Moved);
        await Retire(liaison, id).ShouldBeRefused(422, "customs.still-supervised");

        await Enter(liaison, id, CustomsMatter.Released);
        await Retire(liaison, id);
    }

    [Fact]
    public async Task A_notice_that_has_run_out_or_was_struck_allows_nothing()
    {
        var (liaison, id) = await Supervised();
        await Enter(liaison, id, CustomsMatter.Moved, until: app.Clock.Today().AddDays(-1));
        await Move(liaison, id).ShouldBeRefused(422, "customs.move-needs-notice");
        var notice = await Enter(liaison, id, CustomsMatter.Moved);

        await liaison.Post<CustomsNoticeRow>($"/api/instruments/{id}/customs-notices/{notice.Id}/strike", new StrikeCustomsNotice("another instrument's"));

        await Move(liaison, id).ShouldBeRefused(422, "customs.move-needs-notice");
        await liaison.Post<CustomsNoticeRow>($"/api/instruments/{id}/customs-notices/{notice.Id}/strike", new StrikeCustomsNotice("again")).ShouldBeRefused(409, "customs-notice.struck");
        (await liaison.Get<CustomsStanding>($"/api/instruments/{id}/customs")).Notices.Single(n => n.Id == notice.Id).StruckBecause.ShouldBe("another instrument's");
    }

    [Fact]
    public async Task A_list_cannot_move_it_past_the_customs()
    {
        var (liaison, id) = await Supervised();
        var number = (await liaison.Get<InstrumentDetails>($"/api/instruments/{id}")).Record.AssetNumber;

        var import = await liaison.Upload(Imports.Csv("资产编号,街道", $"{number},新校区1号"));

        (await liaison.Rows(import.Id)).ShouldHaveSingleItem().Faults.Select(f => f.Code).ShouldContain("customs.by-hand");
    }

    [Fact]
    public async Task Drafts_are_corrected_freely()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Post<SavedInstrument>("/api/instruments", new RegisterInstrument(null, Some.DutyFree(releasedOn: Recently)));

        await Move(liaison, draft.Id);
    }

    [Fact]
    public async Task What_is_wrong_with_a_notice_is_said_by_field()
    {
        var (liaison, id) = await Supervised();

        var refusal = await liaison.Post($"/api/instruments/{id}/customs-notices", new EnterCustomsNotice(CustomsMatter.Moved, "", app.Clock.Today().AddDays(1), app.Clock.Today(), "", null))
            .ShouldBeRefused(400, "request.invalid");

        refusal.Errors.Keys.ShouldBe(["number", "issuedOn", "until", "place"], ignoreOrder: true);
        var plain = await liaison.Registered();
        await Enter(liaison, plain.Id, CustomsMatter.Released).ShouldBeRefused(422, "customs.not-supervised");
    }

    DateOnly Recently => app.Clock.Today().AddYears(-1);

    async Task<(Client Liaison, Guid Id)> Supervised()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);
        var draft = await liaison.Post<SavedInstrument>("/api/instruments", new RegisterInstrument(null, Some.DutyFree(releasedOn: App.Soon.AddYears(-1))));
        await liaison.Post<BulkReport>("/api/instruments/submit", new SubmitInstruments([new InstrumentVersion(draft.Id, draft.Version)]));
        await (await app.SignedIn("reviewer", bureau)).Post<BulkReport>("/api/instruments/approve", new ApproveInstruments([new InstrumentVersion(draft.Id, draft.Version + 1)]));
        return (liaison, draft.Id);
    }

    Task<CustomsNoticeRow> Enter(Client liaison, Guid id, CustomsMatter matter, DateOnly? until = null) =>
        liaison.Post<CustomsNoticeRow>($"/api/instruments/{id}/customs-notices", new EnterCustomsNotice(matter, $"N-{Some.Number()}", until ?? app.Clock.Today(), until, "Street 2", null));

    static async Task Move(Client liaison, Guid id)
    {
        var details = await liaison.Get<InstrumentDetails>($"/api/instruments/{id}");
        details.Record.Street = "New building";
        await liaison.Put<SavedInstrument>($"/api/instruments/{id}", new EditInstrument(details.Record, details.Version));
    }

    static async Task Retire(Client liaison, Guid id)
    {
        var details = await liaison.Get<InstrumentDetails>($"/api/instruments/{id}");
        await liaison.Post<SavedInstrument>($"/api/instruments/{id}/retire", new RetireInstrument(details.Version, "scrapped"));
    }
}
