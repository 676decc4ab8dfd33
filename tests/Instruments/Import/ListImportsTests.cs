using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListImportsTests(App app)
{
    [Fact]
    public async Task The_lists_of_ones_own_subtree_newest_first()
    {
        var liaison = await app.SignedIn("liaison");
        await app.Commit(liaison, await liaison.Upload(Imports.Csv("仪器名称", "显微镜", "离心机"), "first.csv"));
        await liaison.Upload(Imports.Csv("仪器名称,建账日期", "显微镜,昨天"), "second.csv");

        var page = await liaison.Get<Page<ImportRowInList>>(Imports.Address);

        page.Total.ShouldBe(2);
        page.Items.Select(i => (i.FileName, i.State, i.Rows, i.Created, i.Refused))
            .ShouldBe([("second.csv", ImportState.Ready, 1, 0, 1), ("first.csv", ImportState.Done, 2, 2, 0)]);
    }
}
