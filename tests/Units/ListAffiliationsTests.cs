using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListAffiliationsTests(App app)
{
    [Fact]
    public async Task Both_sides_and_those_above_them_see_it_nobody_else()
    {
        var bureau = await app.Supervisor();
        var (unit, other) = (await app.Unit(bureau), await app.Unit());
        var liaison = await app.SignedIn("liaison", unit);
        await liaison.Post("/api/units/affiliations", Some.Affiliation(null, (await app.Stored<ManagingUnit>(other.Id))!.CreditCode) with { From = new DateOnly(2025, 6, 1), Until = null });

        foreach (var reader in new[] { liaison, await app.SignedIn("liaison", other), await app.SignedIn("reviewer", bureau) })
            (await reader.Get<Page<AffiliationRow>>("/api/units/affiliations?on=2025-07-01")).Items.Single().OtherUnitName.ShouldBe(other.Name);
        (await liaison.Get<Page<AffiliationRow>>("/api/units/affiliations?on=2025-05-31")).Total.ShouldBe(0);
        (await (await app.SignedIn("liaison")).Get<Page<AffiliationRow>>($"/api/units/affiliations?unitId={unit.Id}")).Total.ShouldBe(0);
    }
}
