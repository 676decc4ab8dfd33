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
        var (liaison, id) = await app.SupervisedInstrument();

        (await liaison.MoveHouse(id).ShouldBeRefused(422, "customs.move-needs-notice")).Message.ShouldContain(App.Soon.AddYears(2).Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await liaison.Enter(id, CustomsMatter.Moved, app.Clock.Today());
        await liaison.MoveHouse(id);

        (await liaison.Get<InstrumentDetails>($"/api/instruments/{id}")).Record.Street.ShouldBe("New building");
    }

    [Fact]
    public async Task It_leaves_the_platform_or_supervision_only_after_the_notice_that_lifts_it()
    {
        var (liaison, id) = await app.SupervisedInstrument();
        var details = await liaison.Get<InstrumentDetails>($"/api/instruments/{id}");

        await Retire(liaison, id).ShouldBeRefused(422, "customs.still-supervised");
        details.Record.CustomsSupervised = false;
        await liaison.Put<SavedInstrument>($"/api/instruments/{id}", new EditInstrument(details.Record, details.Version)).ShouldBeRefused(422, "customs.still-supervised");
        // Leave to move is not leave to go.
        await liaison.Enter(id, CustomsMatter.Moved, app.Clock.Today());
        await Retire(liaison, id).ShouldBeRefused(422, "customs.still-supervised");

        await liaison.Enter(id, CustomsMatter.Released, app.Clock.Today());
        await Retire(liaison, id);
    }

    [Fact]
    public async Task A_notice_that_has_run_out_allows_nothing()
    {
        var (liaison, id) = await app.SupervisedInstrument();

        await liaison.Enter(id, CustomsMatter.Moved, app.Clock.Today().AddDays(-1), until: app.Clock.Today().AddDays(-1));

        await liaison.MoveHouse(id).ShouldBeRefused(422, "customs.move-needs-notice");
    }

    [Fact]
    public async Task A_list_cannot_move_it_past_the_customs()
    {
        var (liaison, id) = await app.SupervisedInstrument();
        var number = (await liaison.Get<InstrumentDetails>($"/api/instruments/{id}")).Record.AssetNumber;

        var import = await liaison.Upload(Imports.Csv("资产编号,街道", $"{number},新校区1号"));

        (await liaison.Rows(import.Id)).ShouldHaveSingleItem().Faults.Select(f => f.Code).ShouldContain("customs.by-hand");
    }

    [Fact]
    public async Task Drafts_are_corrected_freely()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Post<SavedInstrument>("/api/instruments", new RegisterInstrument(null, Some.DutyFree(releasedOn: Recently)));

        await liaison.MoveHouse(draft.Id);
    }

    [Fact]
    public async Task What_is_wrong_with_a_notice_is_said_by_field()
    {
        var (liaison, id) = await app.SupervisedInstrument();

        var refusal = await liaison.Post($"/api/instruments/{id}/customs-notices", new EnterCustomsNotice(CustomsMatter.Moved, "", app.Clock.Today().AddDays(1), app.Clock.Today(), "", null))
            .ShouldBeRefused(400, "request.invalid");

        refusal.Errors.Keys.ShouldBe(["number", "issuedOn", "until", "place"], ignoreOrder: true);
        var plain = await liaison.Registered();
        await liaison.Enter(plain.Id, CustomsMatter.Released, app.Clock.Today()).ShouldBeRefused(422, "customs.not-supervised");
    }

    DateOnly Recently => app.Clock.Today().AddYears(-1);

    static async Task Retire(Client liaison, Guid id)
    {
        var details = await liaison.Get<InstrumentDetails>($"/api/instruments/{id}");
        await liaison.Post<SavedInstrument>($"/api/instruments/{id}/retire", new RetireInstrument(details.Version, "scrapped"));
    }
}
