using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListDepartmentsTests(App app)
{
    [Fact]
    public async Task Those_of_one_unit_in_reach_with_their_instruments()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        foreach (var department in new[] { "理学院", "医学院", "理学院", null })
        {
            var record = Some.Record();
            record.Department = department;
            await liaison.Post("/api/instruments", new RegisterInstrument(null, record));
        }

        (await liaison.Get<List<DepartmentRow>>($"/api/instruments/departments?unitId={unit.Id}")).ShouldBe([new DepartmentRow("理学院", 2), new DepartmentRow("医学院", 1)]);
        (await (await app.SignedIn("liaison")).Get<List<DepartmentRow>>($"/api/instruments/departments?unitId={unit.Id}")).ShouldBeEmpty();
    }
}
