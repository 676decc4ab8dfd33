using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class DownloadCaseFileTests(App app)
{
    [Fact]
    public async Task Whoever_may_know_of_the_case_reads_its_files()
    {
        var us = await Purchases.In(app);
        var draft = await us.Drafted();
        var file = await us.Liaison.Attached(draft, Files.Pdf, "a.pdf");
        var address = $"{Purchases.Address}/{draft.Id}/files/{file.Id}";

        (await us.Liaison.Download(address)).ShouldBe(Files.Pdf);
        await us.Reviewer.Download(address).ShouldBeRefused(404, "attachment.not-found");
        await us.Submit(draft);
        (await us.Reviewer.Download(address)).ShouldBe(Files.Pdf);
    }
}
