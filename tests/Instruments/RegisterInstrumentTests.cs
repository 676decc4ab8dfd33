using Modular.Contracts.Sharing;
using Modular.Instruments;
using Modular.Shared;
using Modular.Sharing;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class RegisterInstrumentTests(App app)
{
    const string Address = "/api/instruments";

    [Fact]
    public async Task An_instrument_is_entered_as_a_draft_of_the_own_unit()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var request = Some.Instrument();

        var saved = await liaison.Post<SavedInstrument>(Address, request);

        var instrument = await liaison.Get<InstrumentDetails>($"{Address}/{saved.Id}");
        instrument.UnitId.ShouldBe(unit.Id);
        instrument.LifeCycle.ShouldBe(LifeCycle.Draft);
        instrument.Record.OriginalValueFen.ShouldBe(request.Record.OriginalValueFen);
        instrument.MissingForSubmission.ShouldBeEmpty();
        instrument.Version.ShouldBe(saved.Version);
    }

    [Fact]
    public async Task A_name_is_enough_to_begin_with()
    {
        var liaison = await app.SignedIn("liaison");

        var saved = await liaison.Post<SavedInstrument>(Address, new RegisterInstrument(null, new InstrumentRecord { NameZh = " 核磁共振波谱仪 " }));

        var instrument = await liaison.Get<InstrumentDetails>($"{Address}/{saved.Id}");
        instrument.Record.NameZh.ShouldBe("核磁共振波谱仪");
        instrument.MissingForSubmission.ShouldContain("assetNumber");
    }

    [Fact]
    public async Task Declared_hours_become_known_where_usage_is_kept()
    {
        var liaison = await app.SignedIn("liaison");
        var request = Some.Instrument();
        (request.Record.HoursYear, request.Record.AnnualHours, request.Record.ExternalHours) = (2025, 1400.5m, 300);

        var saved = await liaison.Post<SavedInstrument>(Address, request);
        await app.DeliverEvents();

        var declared = await app.InDatabase<SharingDb, IReadOnlyDictionary<Guid, DeclaredUsage>>(db => new UsageLedger(db).Declared(2025, [saved.Id], CancellationToken.None));
        declared[saved.Id].EffectiveHours.ShouldBe(1400.5m);
    }

    [Fact]
    public async Task What_is_entered_must_be_right()
    {
        var liaison = await app.SignedIn("liaison");
        var request = Some.Instrument();
        request.Record.ClassCode = "999999";
        request.Record.BookedOn = new DateOnly(1890, 1, 1);
        request.Record.ContactEmail = "nobody";

        var refusal = await liaison.Post(Address, request).ShouldBeRefused(400, "request.invalid");

        refusal.Errors.Keys.ShouldBe(["record.classCode", "record.bookedOn", "record.contactEmail"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_asset_number_is_used_once_within_a_unit()
    {
        var liaison = await app.SignedIn("liaison");
        var request = Some.Instrument();
        await liaison.Post(Address, request);

        var refusal = await liaison.Post(Address, request).ShouldBeRefused(409, "instrument.asset-number-taken");

        refusal.Errors.ShouldContainKey("record.assetNumber");
        await (await app.SignedIn("liaison")).Post(Address, request);
    }

    [Fact]
    public async Task For_a_unit_that_is_not_mine_there_is_nothing_to_enter()
    {
        var liaison = await app.SignedIn("liaison");

        await liaison.Post(Address, Some.Instrument(await app.Unit())).ShouldBeRefused(404, "unit.not-found");
        await liaison.Post(Address, Some.Instrument() with { UnitId = Guid.CreateVersion7() }).ShouldBeRefused(404, "unit.not-found");
    }

    [Fact]
    public async Task The_same_key_enters_the_instrument_once()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var key = Guid.NewGuid().ToString();

        (await liaison.Send(HttpMethod.Post, Address, Some.Instrument(name: "甲"), (Idempotency.Header, key))).EnsureSuccessStatusCode();
        using var other = await liaison.Send(HttpMethod.Post, Address, Some.Instrument(name: "乙"), (Idempotency.Header, key));

        (await Refusal.Read(other)).Code.ShouldBe("idempotency.key-reused");
        (await liaison.Get<Page<InstrumentRow>>($"{Address}?unitId={unit.Id}")).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Custodians_reviewers_and_strangers_enter_nothing()
    {
        var unit = await app.Unit();

        await (await app.SignedIn("custodian", unit)).Post(Address, Some.Instrument()).ShouldBeRefused(403, "permission.missing");
        await (await app.SignedIn("reviewer")).Post(Address, Some.Instrument(unit)).ShouldBeRefused(403, "permission.missing");
        await app.Anonymous().Post(Address, Some.Instrument(unit)).ShouldBeRefused(401, "session.required");
    }
}
