using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class EditOpinionTests(App app)
{
    // generated, then edited by an officer; what stood there before is kept.
    [Fact]
    public async Task An_officer_of_the_centre_edits_it_and_the_step_keeps_what_stood_there()
    {
        var us = await Purchases.In(app);
        var at = await us.SupervisorEndorsed();
        var wish = (await us.Read(at)).Wishes[0];
        Task<SavedCase> Edit(Client person, int version, string text = "buy none") => person.Put<SavedCase>($"{Purchases.Address}/{at.Id}/wishes/{wish.Id}/opinion", new EditOpinion(text, version));

        await Edit(us.Reviewer, at.Version).ShouldBeRefused(403, "permission.missing");
        await Edit(us.Centre, at.Version, "").ShouldBeRefused(400, "request.invalid");
        var read = await us.Read(await Edit(us.Centre, at.Version), us.Centre);
        (read.Wishes[0].Opinion, read.Wishes[0].OpinionBy is null).ShouldBe(("buy none", false));
        read.Steps[^1].Remarks.Single().Text.ShouldBe(wish.Opinion);
        await Edit(us.Centre, at.Version).ShouldBeRefused(409, "purchase.changed-meanwhile");
    }

    [Fact]
    public async Task Not_before_the_departments_have_endorsed_it()
    {
        var us = await Purchases.In(app);
        var at = await us.UnitEndorsed();
        var wish = (await us.Read(at)).Wishes[0];

        await us.Centre.Put($"{Purchases.Address}/{at.Id}/wishes/{wish.Id}/opinion", new EditOpinion("x", at.Version)).ShouldBeRefused(409, "purchase.wrong-state");
        await us.Centre.Put($"{Purchases.Address}/{at.Id}/wishes/{Guid.CreateVersion7()}/opinion", new EditOpinion("x", at.Version)).ShouldBeRefused(404, "wish.not-found");
    }
}
