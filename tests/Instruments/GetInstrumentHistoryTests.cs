using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetInstrumentHistoryTests(App app)
{
    // I-4: every change is kept and shown as a difference.
    [Fact]
    public async Task The_whole_life_is_told_newest_first_with_who_did_what()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var listed = await app.Listed(unit, bureau);
        var liaison = await app.SignedIn("liaison", unit);
        var record = (await liaison.Get<InstrumentDetails>($"/api/instruments/{listed.Id}")).Record;
        record.OriginalValueFen = 400_000_000;
        await liaison.Put($"/api/instruments/{listed.Id}", new EditInstrument(record, listed.Version));

        var history = await liaison.Get<Page<RevisionRow>>($"/api/instruments/{listed.Id}/history");

        history.Items.Select(step => step.Action).ShouldBe(["edited", "approved", "submitted", "registered"]);
        var change = history.Items[0].Changes.ShouldHaveSingleItem();
        (change.Field, change.Before!.Value.GetInt64(), change.After!.Value.GetInt64()).ShouldBe(("originalValueFen", 385_000_000, 400_000_000));
        history.Items[1].Organisation.ShouldBe(bureau.Name);
        // The first step says everything the record said, and nothing that it left empty.
        var first = history.Items[3].Changes.ToDictionary(step => step.Field, step => step.After!.Value);
        first.Keys.ShouldBe(InstrumentFields.All.Where(field => !field.IsEmpty(record)).Select(field => field.Key));
        first["originalValueFen"].GetInt64().ShouldBe(385_000_000);
        history.Items[3].Changes.ShouldAllBe(step => step.Before == null);
    }

    [Fact]
    public async Task A_foreign_instruments_life_is_as_good_as_missing()
    {
        var foreign = await (await app.SignedIn("liaison")).Registered();

        await (await app.SignedIn("liaison")).Get<object>($"/api/instruments/{foreign.Id}/history").ShouldBeRefused(404, "instrument.not-found");
    }
}
