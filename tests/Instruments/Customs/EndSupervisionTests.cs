using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Customs;

public class EndSupervisionTests(App app)
{
    [Fact]
    public async Task Those_whose_years_are_over_leave_supervision_and_the_others_say_until_when_it_lasts()
    {
        var liaison = await app.SignedIn("liaison");
        var (over, running) = (await Register(liaison, app.Clock.Today().AddYears(-4)), await Register(liaison, app.Clock.Today().AddYears(-1)));

        var report = await liaison.Post<BulkReport>("/api/instruments/customs/end", new EndSupervision(Registry.Items(over, running)));

        report.Rows.Select(row => (row.Id, row.Done, row.Code)).ShouldBe([(over.Id, true, null), (running.Id, false, "customs.still-supervised")]);
        (await liaison.Get<InstrumentDetails>($"/api/instruments/{over.Id}")).Record.CustomsSupervised.ShouldBe(false);
        (await liaison.Get<Page<RevisionRow>>($"/api/instruments/{over.Id}/history")).Items[0].Action.ShouldBe("supervision-ended");
        (await liaison.Get<Page<SupervisedRow>>("/api/instruments/customs")).Items.ShouldHaveSingleItem().Id.ShouldBe(running.Id);
    }

    [Fact]
    public async Task A_notice_that_lifts_it_ends_supervision_before_its_time()
    {
        var liaison = await app.SignedIn("liaison");
        var running = await Register(liaison, app.Clock.Today().AddYears(-1));
        await liaison.Post<CustomsNoticeRow>($"/api/instruments/{running.Id}/customs-notices", new EnterCustomsNotice(CustomsMatter.Released, "N-1", app.Clock.Today(), null, null, "duty paid"));

        (await liaison.Post<BulkReport>("/api/instruments/customs/end", new EndSupervision(Registry.Items(running)))).Done.ShouldBe(1);
    }

    static Task<SavedInstrument> Register(Client liaison, DateOnly releasedOn) => liaison.Post<SavedInstrument>("/api/instruments", new RegisterInstrument(null, Some.DutyFree(releasedOn: releasedOn)));
}
