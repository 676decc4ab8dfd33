using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class RegisterOrganisationTests(App app)
{
    const string Address = "/api/units/organisations";

    [Fact]
    public async Task A_region_registers_a_department_by_whatever_name_it_bears()
    {
        var region = await app.NewRegion();
        var officer = await app.SignedIn("policyOfficer", await app.NewOffice(region));

        var registered = await officer.Post<RegisteredOrganisation>(Address, new RegisterOrganisation(region.Id, "满洲里市工信和科技局", Tier.Supervisor, Some.LeagueCode));

        (await app.Stored<Organisation>(registered.Id))!.Path.ShouldStartWith(region.Path);
    }

    [Fact]
    public async Task Departments_registered_at_the_same_time_get_places_of_their_own()
    {
        var region = await app.NewRegion();
        var officer = await app.SignedIn("policyOfficer", await app.NewOffice(region));

        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await officer.Post(Address, new RegisterOrganisation(region.Id, $"Bureau {i}", Tier.Supervisor, Some.LeagueCode));
                return true;
            }
            catch (Refusal refusal)
            {
                refusal.Status.ShouldBe(409);
                return false;
            }
        }));

        var rows = await officer.Get<IReadOnlyList<OrganisationRow>>(Address);
        rows.Count(row => row.Tier == Tier.Supervisor).ShouldBe(tries.Count(done => done));
    }

    [Fact]
    public async Task Nothing_is_registered_below_an_office_or_a_department()
    {
        var region = await app.NewRegion();
        var office = await app.NewOffice(region);
        var officer = await app.SignedIn("policyOfficer", office);
        var bureau = await app.Supervisor(region);

        await officer.Post(Address, new RegisterOrganisation(office.Id, "x", Tier.Supervisor, Some.LeagueCode)).ShouldBeRefused(422, "organisation.wrong-tier");
        await officer.Post(Address, new RegisterOrganisation(bureau.Id, "x", Tier.Supervisor, Some.LeagueCode)).ShouldBeRefused(422, "organisation.wrong-tier");
    }

    [Fact]
    public async Task A_department_cannot_be_registered_in_another_region()
    {
        var officer = await app.SignedIn("policyOfficer", await app.NewOffice(await app.NewRegion()));
        var foreign = await app.NewRegion();

        await officer.Post(Address, new RegisterOrganisation(foreign.Id, "x", Tier.Supervisor, Some.LeagueCode)).ShouldBeRefused(404, "organisation.not-found");
    }

    [Fact]
    public async Task Name_and_place_are_needed()
    {
        var officer = await app.SignedIn("policyOfficer");

        var refusal = await officer.Post(Address, new RegisterOrganisation(app.Region.Id, " ", Tier.Unit, "999999")).ShouldBeRefused(400, "request.invalid");

        refusal.Errors.Keys.ShouldBe(["name", "regionCode", "tier"], ignoreOrder: true);
    }
}
