using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class RemoveCaseFileTests(App app)
{
    [Fact]
    public async Task A_file_is_taken_off_while_the_case_may_be_edited()
    {
        var us = await Purchases.In(app);
        var draft = await us.Drafted();
        var (file, kept) = (await us.Liaison.Attached(draft, Files.Pdf, "a.pdf"), await us.Liaison.Attached(draft, Files.Jpeg, "b.jpg"));

        await us.Liaison.Delete($"{Purchases.Address}/{draft.Id}/files/{file.Id}");

        (await us.Read(draft)).Files.Single().Id.ShouldBe(kept.Id);
        await us.Liaison.Delete($"{Purchases.Address}/{draft.Id}/files/{file.Id}").ShouldBeRefused(404, "attachment.not-found");
        await us.Submit(draft);
        await us.Liaison.Delete($"{Purchases.Address}/{draft.Id}/files/{kept.Id}").ShouldBeRefused(409, "purchase.wrong-state");
    }
}
