using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class EditOrganisationTests(App app)
{
    [Fact]
    public async Task A_department_is_renamed()
    {
        var bureau = await app.Supervisor();

        await Edit(await app.SignedIn("policyOfficer"), bureau.Id, "New name", bureau.Version);

        (await app.Stored<Organisation>(bureau.Id))!.Name.ShouldBe("New name");
    }

    [Fact]
    public async Task Of_two_who_rename_it_the_second_is_told()
    {
        var bureau = await app.Supervisor();
        var officer = await app.SignedIn("policyOfficer");
        await Edit(officer, bureau.Id, "First", bureau.Version);

        await Edit(officer, bureau.Id, "Second", bureau.Version).ShouldBeRefused(409, "organisation.changed-meanwhile");
    }

    [Fact]
    public async Task Neither_a_foreign_department_nor_the_region_itself_is_renamed()
    {
        var foreign = await app.Supervisor(await app.NewRegion());
        var officer = await app.SignedIn("policyOfficer");

        await Edit(officer, foreign.Id, "Mine", foreign.Version).ShouldBeRefused(404, "organisation.not-found");
        await Edit(officer, app.Region.Id, "Mine", app.Region.Version).ShouldBeRefused(404, "organisation.not-found");
    }

    [Fact]
    public async Task A_name_is_needed()
    {
        var bureau = await app.Supervisor();

        await Edit(await app.SignedIn("policyOfficer"), bureau.Id, "", bureau.Version).ShouldBeRefused(400, "request.invalid");
    }

    static Task Edit(Client client, Guid id, string name, int version) =>
        client.Put($"/api/units/organisations/{id}", new EditOrganisation(name, Some.LeagueCode, version));
}
