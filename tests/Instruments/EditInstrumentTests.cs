using Microsoft.EntityFrameworkCore;
using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class EditInstrumentTests(App app)
{
    [Fact]
    public async Task Changed_fields_are_kept_with_their_old_values()
    {
        var liaison = await app.SignedIn("liaison");
        var (saved, record) = await Registered(liaison);
        (record.Model, record.NameEn) = ("JSM-IT800", null);

        var edited = await Edit(liaison, saved, record);

        edited.Version.ShouldBe(saved.Version + 1);
        var revision = await app.InDatabase<InstrumentsDb, InstrumentRevision>(db => db.Revisions.SingleAsync(r => r.InstrumentId == saved.Id && r.Action == "edited"));
        revision.Changes.Select(change => change.Field).ShouldBe(["model", "nameEn"], ignoreOrder: true);
        var model = revision.Changes.Single(change => change.Field == "model");
        (model.Before!.Value.GetString(), model.After!.Value.GetString()).ShouldBe(("JSM-7800F", "JSM-IT800"));
    }

    [Fact]
    public async Task Saving_what_is_there_already_leaves_no_step_behind()
    {
        var liaison = await app.SignedIn("liaison");
        var (saved, record) = await Registered(liaison);

        (await Edit(liaison, saved, record)).Version.ShouldBe(saved.Version);

        (await app.InDatabase<InstrumentsDb, int>(db => db.Revisions.CountAsync(r => r.InstrumentId == saved.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_who_edit_the_second_is_told_and_nothing_is_lost()
    {
        var liaison = await app.SignedIn("liaison");
        var (saved, record) = await Registered(liaison);
        record.Model = "first";
        await Edit(liaison, saved, record);

        record.Model = "second";
        await Edit(liaison, saved, record).ShouldBeRefused(409, "instrument.changed-meanwhile");

        (await app.Stored<Instrument>(saved.Id))!.Model.ShouldBe("first");
    }

    [Fact]
    public async Task An_asset_number_of_another_instrument_of_the_unit_is_refused()
    {
        var liaison = await app.SignedIn("liaison");
        var (_, other) = await Registered(liaison);
        var (saved, record) = await Registered(liaison);
        record.AssetNumber = other.AssetNumber;

        await Edit(liaison, saved, record).ShouldBeRefused(409, "instrument.asset-number-taken");
    }

    [Fact]
    public async Task What_is_entered_must_be_right()
    {
        var liaison = await app.SignedIn("liaison");
        var (saved, record) = await Registered(liaison);
        (record.NameZh, record.Postcode) = ("", "10");

        var refusal = await Edit(liaison, saved, record).ShouldBeRefused(400, "request.invalid");

        refusal.Errors.Keys.ShouldBe(["record.nameZh", "record.postcode"], ignoreOrder: true);
    }

    // I-4: while the supervisor looks at it, and after it has left the platform, a record stands still.
    [Theory]
    [InlineData("submitted")]
    [InlineData("retired")]
    public async Task A_record_that_is_under_review_or_retired_stands_still(string state)
    {
        var liaison = await app.SignedIn("liaison");
        var (saved, record) = await Registered(liaison);
        var version = await app.InDatabase<InstrumentsDb, int>(async db =>
        {
            var instrument = await db.Instruments.SingleAsync(i => i.Id == saved.Id);
            instrument.Submit(instrument.Version, DateTimeOffset.UtcNow);
            if (state == "retired")
            {
                instrument.Approve(instrument.Version, DateTimeOffset.UtcNow, new DateOnly(2026, 1, 5));
                instrument.Retire(instrument.Version, Some.NoCustoms, DateTimeOffset.UtcNow, new DateOnly(2026, 2, 5));
            }

            await db.SaveChangesAsync();
            return instrument.Version;
        });
        record.Model = "other";

        await Edit(liaison, saved with { Version = version }, record).ShouldBeRefused(409, "instrument.cannot-edit");
    }

    [Fact]
    public async Task Instruments_of_other_units_are_as_good_as_missing()
    {
        var bureau = await app.Supervisor();
        var (saved, record) = await Registered(await app.SignedIn("liaison", await app.Unit(bureau)));
        var neighbour = await app.SignedIn("liaison", await app.Unit(bureau));

        await Edit(neighbour, saved, record).ShouldBeRefused(404, "instrument.not-found");
        await Edit(neighbour, saved with { Id = Guid.CreateVersion7() }, record).ShouldBeRefused(404, "instrument.not-found");
    }

    [Fact]
    public async Task Custodians_reviewers_and_strangers_edit_nothing()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var (saved, record) = await Registered(await app.SignedIn("liaison", unit));

        await Edit(await app.SignedIn("custodian", unit), saved, record).ShouldBeRefused(403, "permission.missing");
        await Edit(await app.SignedIn("reviewer", bureau), saved, record).ShouldBeRefused(403, "permission.missing");
        await Edit(app.Anonymous(), saved, record).ShouldBeRefused(401, "session.required");
    }

    static async Task<(SavedInstrument Saved, InstrumentRecord Record)> Registered(Client liaison)
    {
        var request = Some.Instrument();
        return (await liaison.Post<SavedInstrument>("/api/instruments", request), request.Record);
    }

    static Task<SavedInstrument> Edit(Client client, SavedInstrument saved, InstrumentRecord record) =>
        client.Put<SavedInstrument>($"/api/instruments/{saved.Id}", new EditInstrument(record, saved.Version));
}
