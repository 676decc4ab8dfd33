using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class DeleteImportTests(App app)
{
    [Fact]
    public async Task A_list_that_nothing_came_of_can_be_thrown_away()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("仪器名称", "显微镜"));

        await liaison.Delete($"{Imports.Address}/{import.Id}");

        await liaison.Details(import.Id).ShouldBeRefused(404, "import.not-found");
        await liaison.Delete($"{Imports.Address}/{import.Id}").ShouldBeRefused(404, "import.not-found");
    }

    [Fact]
    public async Task A_list_that_was_taken_over_stays()
    {
        var liaison = await app.SignedIn("liaison");
        var done = await app.Commit(liaison, await liaison.Upload(Imports.Csv("仪器名称", "显微镜")));

        await liaison.Delete($"{Imports.Address}/{done.Id}").ShouldBeRefused(409, "import.done");
        await (await app.SignedIn("liaison")).Delete($"{Imports.Address}/{done.Id}").ShouldBeRefused(404, "import.not-found");
    }

    [Fact]
    public async Task A_list_thrown_away_before_its_check_leaves_no_work_behind()
    {
        var liaison = await app.SignedIn("liaison");
        await app.Alone(async () =>
        {
            var sent = await liaison.Upload(Imports.Csv(["仪器名称", .. Enumerable.Range(1, ImportCheck.AtOnce + 1).Select(number => $"显微镜 {number}")]));
            await liaison.Delete($"{Imports.Address}/{sent.Id}");
        });

        await app.RunJobs();
        (await liaison.Get<Modular.Shared.Page<ImportRowInList>>(Imports.Address)).Total.ShouldBe(0);
    }
}
