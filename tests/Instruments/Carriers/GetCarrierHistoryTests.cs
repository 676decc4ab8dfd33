using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetCarrierHistoryTests(App app)
{
    [Fact]
    public async Task Every_step_of_its_life_is_kept_newest_first()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var listed = await app.ListedCentre(unit, bureau);

        var steps = await (await app.SignedIn("liaison", unit)).Get<Page<RevisionRow>>($"{Carriers.Address}/{listed.Id}/history");

        steps.Items.Select(step => step.Action).ShouldBe(["approved", "submitted", "registered"]);
        steps.Items[^1].Changes.ShouldContain(change => change.Field == "number" && change.Before == null);
    }
}
