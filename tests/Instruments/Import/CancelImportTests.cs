using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class CancelImportTests(App app)
{
    [Fact]
    public async Task A_takeover_that_is_stopped_has_changed_nothing_and_can_be_ordered_again()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("仪器名称", "显微镜"));
        var stopped = import;
        await app.Alone(async () =>
        {
            await liaison.Order(import);
            await liaison.Order(import).ShouldBeRefused(409, "import.busy");
            stopped = await liaison.Post<ImportDetails>($"{Imports.Address}/{import.Id}/cancel");
        });

        (stopped.State, stopped.Failure!.Code).ShouldBe((ImportState.Ready, "import.commit-cancelled"));
        await app.RunJobs();
        (await liaison.Instruments()).ShouldBeEmpty();
        (await app.Commit(liaison, stopped)).State.ShouldBe(ImportState.Done);
    }

    [Fact]
    public async Task A_check_that_is_stopped_can_be_begun_again()
    {
        var liaison = await app.SignedIn("liaison");
        var lines = Enumerable.Range(1, ImportCheck.AtOnce + 1).Select(number => $"显微镜 {number}");
        var stopped = await Stopped();

        stopped.State.ShouldBe(ImportState.Cancelled);
        await liaison.Order(stopped).ShouldBeRefused(409, "import.not-ready");
        (await liaison.Put<ImportDetails>($"{Imports.Address}/{stopped.Id}/mapping", stopped.Mapping())).State.ShouldBe(ImportState.Waiting);
        await app.RunJobs();
        (await liaison.Details(stopped.Id)).State.ShouldBe(ImportState.Ready);

        async Task<ImportDetails> Stopped()
        {
            ImportDetails? import = null;
            await app.Alone(async () =>
            {
                var sent = await liaison.Upload(Imports.Csv(["仪器名称", .. lines]));
                import = await liaison.Post<ImportDetails>($"{Imports.Address}/{sent.Id}/cancel");
            });
            return import!;
        }
    }

    [Fact]
    public async Task Stopping_where_nothing_goes_on_is_no_fault()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("仪器名称", "显微镜"));

        (await liaison.Post<ImportDetails>($"{Imports.Address}/{import.Id}/cancel")).State.ShouldBe(ImportState.Ready);
    }
}
