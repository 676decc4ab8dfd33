using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class DownloadStaffTemplateTests(App app)
{
    [Fact]
    public async Task Sent_back_as_it_is_it_changes_nothing()
    {
        var keeper = await app.SignedIn("liaison");
        await keeper.Enter(Some.StaffFacts());
        await keeper.Enter(Some.StaffFacts() with { LeftOn = new DateOnly(2020, 1, 1) });
        await (await app.SignedIn("liaison")).Enter(Some.StaffFacts());

        var preview = await keeper.Preview(await keeper.Download("/api/units/staff/template"));

        (preview.Create, preview.Change, preview.Leave, preview.Refuse).ShouldBe((0, 0, 1, 0));
    }
}
