using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListOrganisationsTests(App app)
{
    const string Address = "/api/units/organisations";

    // U-11: what a person sees is their organisation's subtree.
    [Fact]
    public async Task A_regions_office_sees_its_region_with_all_departments_and_no_other()
    {
        var region = await app.NewRegion();
        var office = await app.NewOffice(region);
        var bureau = await app.Supervisor(region);
        await app.Unit(bureau);
        var foreign = await app.Supervisor(await app.NewRegion());

        var rows = await (await app.SignedIn("policyOfficer", office)).Get<IReadOnlyList<OrganisationRow>>(Address);

        rows.Select(row => row.Id).ShouldBe([region.Id, office.Id, bureau.Id], ignoreOrder: true);
        rows.ShouldNotContain(row => row.Id == foreign.Id);
        rows.Single(row => row.Id == bureau.Id).Units.ShouldBe(1);
        rows.Single(row => row.Id == region.Id).ParentId.ShouldBeNull("the top of what is shown hangs on nothing");
    }

    [Fact]
    public async Task A_unit_sees_itself_only()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        await app.Unit(bureau);

        var rows = await (await app.SignedIn("liaison", unit)).Get<IReadOnlyList<OrganisationRow>>(Address);

        rows.ShouldHaveSingleItem().Id.ShouldBe(unit.Id);
    }

    [Fact]
    public async Task Service_users_have_no_organisations_to_look_at() =>
        await (await app.SignedIn("requester")).Get<object>(Address).ShouldBeRefused(403, "permission.missing");
}
