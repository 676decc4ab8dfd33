using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class RegisterCarrierTests(App app)
{
    // I-1
    [Theory]
    [InlineData(nameof(CarrierType.Facility))]
    [InlineData(nameof(CarrierType.InstrumentCentre))]
    [InlineData(nameof(CarrierType.ServiceUnit))]
    public async Task Each_kind_is_entered_as_a_draft_with_the_fields_of_its_own(string name)
    {
        var kind = Enum.Parse<CarrierType>(name);
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);

        var saved = await liaison.Post<SavedCarrier>(Carriers.Address, new RegisterCarrier(null, kind, RecordOf(kind)));

        var carrier = await liaison.Carrier(saved);
        (carrier.Kind, carrier.UnitId, carrier.LifeCycle, carrier.Totals.Instruments).ShouldBe((kind, unit.Id, LifeCycle.Draft, 0));
        carrier.MissingForSubmission.ShouldBeEmpty();
        carrier.Actions.ShouldBe(["edit", "submit", "delete"]);
    }

    [Fact]
    public async Task A_name_and_a_number_are_enough_to_begin_with()
    {
        var liaison = await app.SignedIn("liaison");

        var saved = await liaison.Post<SavedCarrier>(Carriers.Address, new RegisterCarrier(null, CarrierType.Facility, new CarrierRecord { Number = " Z1 ", NameZh = " 装置 " }));

        var carrier = await liaison.Carrier(saved);
        (carrier.Record.Number, carrier.Record.NameZh).ShouldBe(("Z1", "装置"));
        carrier.MissingForSubmission.ShouldBe(["category", "construction", "constructionCostFen", "functions", "regionCode", "contactName"], ignoreOrder: true);
        carrier.MissingForNation.ShouldContain("organisationRules");
    }

    [Fact]
    public async Task What_is_entered_must_be_right_for_its_kind()
    {
        var liaison = await app.SignedIn("liaison");
        var record = Some.Facility(new string('名', 51));
        (record.Website, record.RoomArea, record.Construction, record.AcceptedOn) = ("javascript:1", 12, ConstructionState.UnderConstruction, new DateOnly(2020, 1, 1));
        record.ResearchFiles = "https://a.example\nnowhere";

        var refusal = await liaison.Post(Carriers.Address, new RegisterCarrier(null, CarrierType.Facility, record)).ShouldBeRefused(400, "request.invalid");

        refusal.Errors.Keys.ShouldBe(["record.nameZh", "record.website", "record.roomArea", "record.acceptedOn", "record.researchFiles"], ignoreOrder: true);
    }

    [Fact]
    public async Task Laboratories_and_banks_have_no_record_here()
    {
        var refusal = await (await app.SignedIn("liaison")).Post(Carriers.Address, new RegisterCarrier(null, CarrierType.KeyLaboratory, Some.Centre())).ShouldBeRefused(400, "request.invalid");

        refusal.Errors.Keys.ShouldBe(["kind"]);
    }

    [Fact]
    public async Task A_number_is_used_once_for_a_kind_within_a_unit()
    {
        var liaison = await app.SignedIn("liaison");
        var record = Some.Centre();
        await liaison.Post(Carriers.Address, new RegisterCarrier(null, CarrierType.InstrumentCentre, record));

        var refusal = await liaison.Post(Carriers.Address, new RegisterCarrier(null, CarrierType.InstrumentCentre, record)).ShouldBeRefused(409, "carrier.number-taken");

        refusal.Errors.ShouldContainKey("record.number");
        await (await app.SignedIn("liaison")).Post(Carriers.Address, new RegisterCarrier(null, CarrierType.InstrumentCentre, record));
    }

    [Fact]
    public async Task Custodians_reviewers_and_foreign_units_enter_nothing()
    {
        var unit = await app.Unit();

        await (await app.SignedIn("custodian", unit)).Post(Carriers.Address, new RegisterCarrier(null, CarrierType.InstrumentCentre, Some.Centre())).ShouldBeRefused(403, "permission.missing");
        await (await app.SignedIn("reviewer")).Post(Carriers.Address, new RegisterCarrier(unit.Id, CarrierType.InstrumentCentre, Some.Centre())).ShouldBeRefused(403, "permission.missing");
        await (await app.SignedIn("liaison")).Post(Carriers.Address, new RegisterCarrier(unit.Id, CarrierType.InstrumentCentre, Some.Centre())).ShouldBeRefused(404, "unit.not-found");
    }

    static CarrierRecord RecordOf(CarrierType kind) => kind switch
    {
        CarrierType.Facility => Some.Facility(),
        CarrierType.ServiceUnit => Some.ServiceUnit(),
        _ => Some.Centre(),
    };
}
