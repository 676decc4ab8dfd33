using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ReturnInstrumentTests(App app)
{
    // I-4: the filler sees which fields to mend, mends them and submits again.
    [Fact]
    public async Task A_returned_instrument_shows_its_remarks_until_it_is_submitted_again()
    {
        var bureau = await app.Supervisor();
        var liaison = await app.SignedIn("liaison", await app.Unit(bureau));
        var reviewer = await app.SignedIn("reviewer", bureau);
        var submitted = await liaison.Submitted();

        var returned = await reviewer.Post<SavedInstrument>(Address(submitted), Return(submitted));

        var details = await liaison.Get<InstrumentDetails>($"/api/instruments/{submitted.Id}");
        details.LifeCycle.ShouldBe(LifeCycle.Returned);
        details.Remarks.ShouldHaveSingleItem().Field.ShouldBe("model");
        details.ReturnReason.ShouldBe("Please mend the model.");

        await liaison.Post<BulkReport>("/api/instruments/submit", new SubmitInstruments(Registry.Items(returned)));
        (await liaison.Get<InstrumentDetails>($"/api/instruments/{submitted.Id}")).Remarks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reason_and_known_fields_are_needed()
    {
        var bureau = await app.Supervisor();
        var submitted = await (await app.SignedIn("liaison", await app.Unit(bureau))).Submitted();
        var reviewer = await app.SignedIn("reviewer", bureau);

        var refusal = await reviewer.Post(Address(submitted), new ReturnInstrument(submitted.Version, "whim", "", [new ReviewRemark("colour", "Red")])).ShouldBeRefused(400, "request.invalid");

        refusal.Errors.Keys.ShouldBe(["reasonCode", "reason", "remarks[0].field"], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_what_waits_for_review_is_returned_and_only_in_the_version_that_was_read()
    {
        var bureau = await app.Supervisor();
        var liaison = await app.SignedIn("liaison", await app.Unit(bureau));
        var reviewer = await app.SignedIn("reviewer", bureau);
        var draft = await liaison.Registered();
        var submitted = await liaison.Submitted();

        await reviewer.Post(Address(draft), Return(draft)).ShouldBeRefused(409, "instrument.cannot-return");
        await reviewer.Post(Address(submitted), Return(submitted with { Version = 1 })).ShouldBeRefused(409, "instrument.changed-meanwhile");
    }

    [Fact]
    public async Task A_foreign_supervisor_finds_nothing_to_return()
    {
        var submitted = await (await app.SignedIn("liaison")).Submitted();

        await (await app.SignedIn("reviewer")).Post(Address(submitted), Return(submitted)).ShouldBeRefused(404, "instrument.not-found");
    }

    static string Address(SavedInstrument instrument) => $"/api/instruments/{instrument.Id}/return";

    static ReturnInstrument Return(SavedInstrument instrument) =>
        new(instrument.Version, "wrong", "Please mend the model.", [new ReviewRemark("model", "Not a model of this maker.")]);
}
