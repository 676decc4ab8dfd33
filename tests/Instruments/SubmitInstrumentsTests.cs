using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class SubmitInstrumentsTests(App app)
{
    const string Address = "/api/instruments/submit";

    // I-4: draft → submitted.
    [Fact]
    public async Task Complete_drafts_go_to_the_supervisor_and_incomplete_ones_say_what_they_lack()
    {
        var liaison = await app.SignedIn("liaison");
        var complete = await liaison.Registered();
        var incomplete = await liaison.Registered(with: record => record.Manufacturer = null);

        var report = await liaison.Post<BulkReport>(Address, new SubmitInstruments(Registry.Items(complete, incomplete)));

        (report.Done, report.Refused).ShouldBe((1, 1));
        report.Rows.Single(row => row.Id == incomplete.Id).Code.ShouldBe("instrument.incomplete");
        (await app.Stored<Instrument>(complete.Id))!.LifeCycle.ShouldBe(LifeCycle.Submitted);
        (await app.Stored<Instrument>(incomplete.Id))!.LifeCycle.ShouldBe(LifeCycle.Draft);
    }

    [Fact]
    public async Task A_row_that_was_changed_meanwhile_or_belongs_to_others_is_refused_by_itself()
    {
        var liaison = await app.SignedIn("liaison");
        var mine = await liaison.Registered();
        var stale = await liaison.Registered();
        var foreign = await (await app.SignedIn("liaison")).Registered();

        var report = await liaison.Post<BulkReport>(Address, new SubmitInstruments(Registry.Items(mine, stale with { Version = 7 }, foreign)));

        report.Rows.Select(row => row.Code).ShouldBe([null, "instrument.changed-meanwhile", "instrument.not-found"]);
        report.Rows[2].Name.ShouldBeNull("a foreign instrument's name is not told");
    }

    [Fact]
    public async Task The_same_command_sent_twice_is_carried_out_once_and_answered_alike()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Registered();
        var command = new SubmitInstruments(Registry.Items(draft));
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await (await liaison.Send(HttpMethod.Post, Address, command, key)).Content.ReadAsStringAsync();
        var second = await (await liaison.Send(HttpMethod.Post, Address, command, key)).Content.ReadAsStringAsync();

        second.ShouldBe(first);
        (await app.Stored<Instrument>(draft.Id))!.Version.ShouldBe(draft.Version + 1);
    }

    [Fact]
    public async Task An_empty_or_doubled_list_is_refused()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Registered();

        await liaison.Post(Address, new SubmitInstruments([])).ShouldBeRefused(400, "request.invalid");
        await liaison.Post(Address, new SubmitInstruments(Registry.Items(draft, draft))).ShouldBeRefused(400, "request.invalid");
    }
}
