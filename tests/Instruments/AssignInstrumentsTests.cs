using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class AssignInstrumentsTests(App app)
{
    static AssignInstruments To(string? department = null, string? name = null, string? email = null, params SavedInstrument[] instruments) =>
        new(department, name, null, email, [.. instruments.Select(i => new InstrumentVersion(i.Id, i.Version))]);

    // I-1
    [Fact]
    public async Task Many_are_tied_at_once_to_what_their_own_unit_has_registered()
    {
        var bureau = await app.Supervisor();
        var liaison = await app.SignedIn("liaison", await app.Unit(bureau));
        var (one, other) = (await liaison.Registered("B-1", "电镜", 500_000), await liaison.Registered("B-2", "质谱仪", 900_000));
        var centre = await liaison.Centre();
        var foreign = await (await app.SignedIn("liaison", await app.Unit(bureau))).Centre();

        (await liaison.Post<BulkReport>("/api/instruments/assign", To(instruments: [one, other]) with { CarrierId = centre.Id })).Done.ShouldBe(2);

        (await liaison.Carrier(centre)).Totals.Instruments.ShouldBe(2);
        (await liaison.Get<InstrumentDetails>($"/api/instruments/{one.Id}")).Carrier!.Id.ShouldBe(centre.Id);
        await liaison.Post("/api/instruments/assign", To(instruments: one) with { CarrierId = foreign.Id }).ShouldBeRefused(404, "carrier.not-found");
    }

    [Fact]
    public async Task What_is_said_changes_and_the_rest_stays()
    {
        var liaison = await app.SignedIn("liaison");
        var (one, other) = (await liaison.Registered("B-1", "电镜", 500_000), await liaison.Registered("B-2", "质谱仪", 900_000));

        (await liaison.Post<BulkReport>("/api/instruments/assign", To("分析测试中心", "苏日娜", null, one, other))).Done.ShouldBe(2);

        foreach (var saved in new[] { one, other })
        {
            var record = (await liaison.Get<InstrumentDetails>($"/api/instruments/{saved.Id}")).Record;
            (record.Department, record.ContactName, record.ContactPhone).ShouldBe(("分析测试中心", "苏日娜", "0471-7654321"));
        }

        (await liaison.Get<Page<RevisionRow>>($"/api/instruments/{one.Id}/history")).Items[0].Changes.Select(c => c.Field).ShouldBe(["department", "contactName"]);
    }

    [Fact]
    public async Task Who_has_them_already_is_not_touched_and_what_is_being_reviewed_is_refused()
    {
        var liaison = await app.SignedIn("liaison");
        var (one, other) = (await liaison.Registered("B-1", "电镜", 500_000), await liaison.Registered("B-2", "质谱仪", 900_000));
        await liaison.Post("/api/instruments/submit", new SubmitInstruments([new(other.Id, other.Version)]));

        (await liaison.Post<BulkReport>("/api/instruments/assign", To("Analytical centre", null, null, one))).Done.ShouldBe(1);
        (await liaison.Get<InstrumentDetails>($"/api/instruments/{one.Id}")).Version.ShouldBe(one.Version);
        (await liaison.Post<BulkReport>("/api/instruments/assign", To("别处", null, null, other with { Version = other.Version + 1 }))).Rows.Single().Code.ShouldBe("instrument.cannot-edit");
    }

    [Fact]
    public async Task Nothing_said_and_wrong_addresses_are_refused_by_field()
    {
        var liaison = await app.SignedIn("liaison");
        var one = await liaison.Registered("B-1", "电镜", 500_000);

        (await liaison.Post("/api/instruments/assign", To(" ", null, null, one)).ShouldBeRefused(400, "request.invalid")).Errors["department"].Single().Code.ShouldBe("assign.nothing");
        (await liaison.Post("/api/instruments/assign", To(null, null, "not an address", one)).ShouldBeRefused(400, "request.invalid")).Errors.ShouldContainKey("contactEmail");
    }
}
