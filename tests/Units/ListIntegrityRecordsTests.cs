using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListIntegrityRecordsTests(App app)
{
    const string Address = "/api/units/integrity-records";

    [Fact]
    public async Task The_unit_itself_and_those_above_it_read_its_records_others_do_not()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var officer = await app.SignedIn("policyOfficer");
        await officer.Post(Address, Some.Integrity(unit.Id));

        foreach (var reader in new[] { await app.SignedIn("custodian", unit), await app.SignedIn("reviewer", bureau) })
            (await reader.Get<Page<IntegrityRow>>($"{Address}?unitId={unit.Id}")).Items.Single().UnitName.ShouldBe(unit.Name);
        (await (await app.SignedIn("reviewer")).Get<Page<IntegrityRow>>($"{Address}?unitId={unit.Id}")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Those_that_count_today_are_told_from_those_that_did()
    {
        var unit = await app.Unit();
        var officer = await app.SignedIn("policyOfficer");
        await officer.Post(Address, Some.Integrity(unit.Id));
        await officer.Post(Address, Some.Integrity(unit.Id) with { Until = new DateOnly(2025, 5, 1) });

        (await officer.Get<Page<IntegrityRow>>($"{Address}?unitId={unit.Id}&counts=true")).Items.Single().Until.ShouldBeNull();
        (await officer.Get<Page<IntegrityRow>>($"{Address}?unitId={unit.Id}&counts=false")).Items.Single().Until.ShouldNotBeNull();
    }
}
