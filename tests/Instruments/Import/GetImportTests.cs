using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetImportTests(App app)
{
    [Fact]
    public async Task Colleagues_see_a_list_and_so_does_the_region_but_nobody_else()
    {
        var unit = await app.Unit();
        var import = await (await app.SignedIn("liaison", unit)).Upload(Imports.Csv("仪器名称", "显微镜"));

        (await (await app.SignedIn("unitAdministrator", unit)).Details(import.Id)).Id.ShouldBe(import.Id);
        (await (await app.SignedIn("centreOfficer")).Details(import.Id)).Id.ShouldBe(import.Id);
        await (await app.SignedIn("liaison")).Details(import.Id).ShouldBeRefused(404, "import.not-found");
        await (await app.SignedIn("centreOfficer", await app.NewOffice(await app.NewRegion()))).Details(import.Id).ShouldBeRefused(404, "import.not-found");
    }

    [Fact]
    public async Task An_officers_list_is_not_the_units()
    {
        var import = await (await app.SignedIn("centreOfficer")).Upload(Imports.Csv("单位名称,仪器名称", "某大学,显微镜"));

        await (await app.SignedIn("liaison")).Details(import.Id).ShouldBeRefused(404, "import.not-found");
    }
}
