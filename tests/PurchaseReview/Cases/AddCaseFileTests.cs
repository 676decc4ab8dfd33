using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class AddCaseFileTests(App app)
{
    // three quotations, each with its paper.
    [Fact]
    public async Task A_quotation_is_attached_and_named_by_its_file()
    {
        var us = await Purchases.In(app);
        var draft = await us.Drafted();
        var file = await us.Liaison.Attached(draft, Files.Pdf, "quotation.exe");
        file.ContentType.ShouldBe("application/pdf");

        var quoted = Purchases.Wish() with { Quotations = [new Quotation("A", 100, file.Id)] };
        var saved = await us.Liaison.Put<SavedCase>($"{Purchases.Address}/{draft.Id}", new EditCase(Purchases.Facts(quoted), draft.Version));

        var read = await us.Read(saved);
        (read.Files.Single().Id, read.Facts.Wishes[0].Quotations[0].FileId).ShouldBe((file.Id, file.Id));
    }

    [Fact]
    public async Task Not_what_might_run_and_not_to_what_is_on_its_way()
    {
        var us = await Purchases.In(app);
        await us.Liaison.Attached(await us.Drafted(), "<html>"u8.ToArray(), "a.pdf").ShouldBeRefused(415, "attachment.not-allowed");
        await us.Liaison.Attached(await us.Submitted(), Files.Pdf, "a.pdf").ShouldBeRefused(409, "purchase.wrong-state");
    }
}
