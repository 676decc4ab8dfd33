using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class DeleteCaseTests(App app)
{
    [Fact]
    public async Task Only_a_draft_is_thrown_away()
    {
        var us = await Purchases.In(app);
        var (draft, submitted) = (await us.Drafted(), await us.Submitted());

        await us.Liaison.Delete($"{Purchases.Address}/{draft.Id}?version=9").ShouldBeRefused(409, "purchase.changed-meanwhile");
        await us.Liaison.Delete($"{Purchases.Address}/{draft.Id}?version={draft.Version}");
        await us.Read(draft).ShouldBeRefused(404, "purchase.not-found");
        await us.Liaison.Delete($"{Purchases.Address}/{submitted.Id}?version={submitted.Version}").ShouldBeRefused(409, "purchase.wrong-state");
    }
}
