using Modular.Contracts.Sharing;
using Modular.Instruments;
using Modular.Shared;
using Modular.Sharing;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sharing;

public class ExportHoursTests(App app)
{
    [Fact]
    public async Task Sent_back_as_it_is_it_changes_nothing_and_text_stays_text()
    {
        var liaison = await app.SignedIn("liaison");
        var id = (await liaison.Registered("=1+1", record => record.AssetNumber = "=A1")).Id;
        await liaison.Registered();
        await liaison.Declare(2024, (id, 1200.5m, 0, 0));

        foreach (var format in new[] { "xlsx", "csv" })
        {
            var preview = await liaison.PreviewHours(await liaison.Download($"/api/sharing/hours/export?year=2024&format={format}"), 2024);
            (preview.Leave, preview.Refuse, preview.Change).ShouldBe((2, 0, 0), format);
        }
    }
}
