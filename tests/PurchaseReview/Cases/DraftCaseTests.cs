using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class DraftCaseTests(App app)
{
    // several instruments in one application; what is not known yet may be open.
    [Fact]
    public async Task A_draft_keeps_what_is_known_and_is_its_units_own_business()
    {
        var us = await Purchases.In(app);
        var saved = await us.Drafted(Purchases.Wish(), Purchases.Wish("离心机", 80_000) with { Location = null, AnnualHours = null, Quotations = [] });

        var read = await us.Read(saved);
        (read.State, read.Wishes.Count, read.TotalFen, read.Facts.ProjectName).ShouldBe((CaseState.Draft, 2, 368_000_000, "Carbon sinks"));
        read.Actions.ShouldBe(["edit", "delete", "submit"]);
        read.Number.ShouldStartWith("GZ");
        await us.Read(saved, us.Reviewer).ShouldBeRefused(404, "purchase.not-found");
        await us.Read(saved, us.Centre).ShouldBeRefused(404, "purchase.not-found");
        await us.Read(saved, await app.SignedIn("liaison")).ShouldBeRefused(404, "purchase.not-found");
    }

    [Fact]
    public async Task What_no_field_holds_is_refused()
    {
        var us = await Purchases.In(app);
        Task Draft(CaseFacts facts) => us.Liaison.Post<SavedCase>(Purchases.Address, new DraftCase(facts));

        await Draft(Purchases.Facts() with { Wishes = [] }).ShouldBeRefused(400, "request.invalid");
        await Draft(Purchases.Facts(Purchases.Wish() with { AnnualHours = 100, ExternalHours = 200 })).ShouldBeRefused(400, "request.invalid");
        await Draft(Purchases.Facts(Purchases.Wish() with { Quantity = 0 })).ShouldBeRefused(400, "request.invalid");
        await Draft(Purchases.Facts(Purchases.Wish() with { ClassCode = "12" })).ShouldBeRefused(400, "request.invalid");
        await us.Reviewer.Post(Purchases.Address, new DraftCase(Purchases.Facts())).ShouldBeRefused(403, "permission.missing");
    }
}
