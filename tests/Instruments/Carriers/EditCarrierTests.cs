using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class EditCarrierTests(App app)
{
    // I-4: every change is kept and shown.
    [Fact]
    public async Task What_was_changed_is_kept_with_its_old_value()
    {
        var liaison = await app.SignedIn("liaison");
        var record = Some.Centre();
        var saved = await liaison.Post<SavedCarrier>(Carriers.Address, new RegisterCarrier(null, CarrierType.InstrumentCentre, record));
        record.RoomArea = 900;

        var edited = await liaison.Put<SavedCarrier>($"{Carriers.Address}/{saved.Id}", new EditCarrier(record, saved.Version));

        var newest = (await liaison.Get<Page<RevisionRow>>($"{Carriers.Address}/{saved.Id}/history")).Items[0];
        (newest.Version, newest.Action).ShouldBe((edited.Version, "edited"));
        var change = newest.Changes.ShouldHaveSingleItem();
        (change.Field, change.Before!.Value.GetDecimal(), change.After!.Value.GetDecimal()).ShouldBe(("roomArea", 1200.5m, 900m));
        (await liaison.Put<SavedCarrier>($"{Carriers.Address}/{saved.Id}", new EditCarrier(record, edited.Version))).Version.ShouldBe(edited.Version);
    }

    [Fact]
    public async Task A_new_number_goes_into_the_records_of_its_instruments()
    {
        var liaison = await app.SignedIn("liaison");
        var record = Some.Centre();
        var saved = await liaison.Post<SavedCarrier>(Carriers.Address, new RegisterCarrier(null, CarrierType.InstrumentCentre, record));
        var instrument = await liaison.Belonging(record.Number!);
        record.Number = $"N{Some.Number()}";

        await liaison.Put<SavedCarrier>($"{Carriers.Address}/{saved.Id}", new EditCarrier(record, saved.Version));

        var details = await liaison.Get<InstrumentDetails>($"/api/instruments/{instrument.Id}");
        (details.Record.CarrierNumber, details.Carrier!.Id, details.Version).ShouldBe((record.Number, saved.Id, instrument.Version + 1));
        (await liaison.Get<Page<RevisionRow>>($"/api/instruments/{instrument.Id}/history")).Items[0].Action.ShouldBe("carrierRenumbered");
        (await liaison.Carrier(saved)).Totals.Instruments.ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_elses_change_is_not_written_over()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Centre();
        await liaison.Put<SavedCarrier>($"{Carriers.Address}/{saved.Id}", new EditCarrier(Some.Centre("another"), saved.Version));

        await liaison.Put($"{Carriers.Address}/{saved.Id}", new EditCarrier(Some.Centre("mine"), saved.Version)).ShouldBeRefused(409, "carrier.changed-meanwhile");
    }

    [Fact]
    public async Task What_is_listed_stays_complete_and_what_is_under_review_stays_as_it_is()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);
        var listed = await app.ListedCentre(unit, bureau);
        var submitted = await liaison.Submit(await liaison.Centre());
        var thin = new CarrierRecord { Number = "1", NameZh = "中心" };

        var refusal = await liaison.Put($"{Carriers.Address}/{listed.Id}", new EditCarrier(thin, listed.Version)).ShouldBeRefused(422, "instrument.incomplete");
        refusal.Errors.ShouldContainKey("record.introduction");
        await liaison.Put($"{Carriers.Address}/{submitted.Id}", new EditCarrier(Some.Centre(), submitted.Version)).ShouldBeRefused(409, "carrier.cannot-edit");
    }

    [Fact]
    public async Task Fields_of_another_kind_and_taken_numbers_are_refused()
    {
        var liaison = await app.SignedIn("liaison");
        var other = Some.Centre();
        await liaison.Post(Carriers.Address, new RegisterCarrier(null, CarrierType.InstrumentCentre, other));
        var saved = await liaison.Centre();
        var record = Some.Centre();
        record.ScientistName = "Somebody";

        var refusal = await liaison.Put($"{Carriers.Address}/{saved.Id}", new EditCarrier(record, saved.Version)).ShouldBeRefused(400, "request.invalid");
        refusal.Errors.Keys.ShouldBe(["record.scientistName"]);
        await liaison.Put($"{Carriers.Address}/{saved.Id}", new EditCarrier(other, saved.Version)).ShouldBeRefused(409, "carrier.number-taken");
    }
}
