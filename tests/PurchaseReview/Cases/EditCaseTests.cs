using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class EditCaseTests(App app)
{
    [Fact]
    public async Task Instruments_are_added_changed_and_left_out_and_the_sum_follows()
    {
        var us = await Purchases.In(app);
        var saved = await us.Drafted(Purchases.Wish(), Purchases.Wish("离心机", 80_000));
        var kept = (await us.Read(saved)).Wishes[1];

        var edited = await us.Liaison.Put<SavedCase>($"{Purchases.Address}/{saved.Id}", new EditCase(Purchases.Facts(kept.Facts with { Quantity = 2 }, Purchases.Wish("干燥箱", 10_000)), saved.Version));

        var read = await us.Read(edited);
        read.Wishes.Select(wish => wish.Facts.NameZh).ShouldBe(["离心机", "干燥箱"]);
        (read.Wishes[0].Id, read.TotalFen).ShouldBe((kept.Id, 17_000_000));
        await us.Liaison.Put($"{Purchases.Address}/{saved.Id}", new EditCase(Purchases.Facts(), saved.Version)).ShouldBeRefused(409, "purchase.changed-meanwhile");
    }

    [Fact]
    public async Task What_is_on_its_way_is_not_edited_and_a_quotation_names_a_file_of_the_case()
    {
        var us = await Purchases.In(app);
        var submitted = await us.Submitted();
        await us.Liaison.Put($"{Purchases.Address}/{submitted.Id}", new EditCase(Purchases.Facts(), submitted.Version)).ShouldBeRefused(409, "purchase.wrong-state");

        var draft = await us.Drafted();
        var foreign = Purchases.Wish() with { Quotations = [new Quotation("A", 1, Guid.CreateVersion7())] };
        await us.Liaison.Put($"{Purchases.Address}/{draft.Id}", new EditCase(Purchases.Facts(foreign), draft.Version)).ShouldBeRefused(404, "attachment.not-found");
    }
}
