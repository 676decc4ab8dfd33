using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ReopenAssetFindingsTests(App app)
{
    [Fact]
    public async Task A_draft_goes_and_its_card_is_without_instrument_again()
    {
        var liaison = await app.SignedIn("liaison");
        var package = await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000));
        await liaison.Settle(FindingAction.Draft, await liaison.Finding(package, FindingKind.MissingHere));

        (await liaison.Reopen(await liaison.Finding(package, FindingKind.MissingHere))).Done.ShouldBe(1);

        (await liaison.Instruments()).ShouldBeEmpty();
        (await liaison.Cards()).Single().Instrument.ShouldBeNull();
        var open = await liaison.Finding(package, FindingKind.MissingHere);
        (open.State, open.Action, open.Version).ShouldBe((FindingState.Open, null, 3));
        (await liaison.Settle(FindingAction.Draft, open)).Done.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_somebody_has_worked_on_stays()
    {
        var liaison = await app.SignedIn("liaison");
        var package = await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000));
        await liaison.Settle(FindingAction.Draft, await liaison.Finding(package, FindingKind.MissingHere));
        var draft = (await liaison.Instruments()).Single();
        await liaison.Put($"/api/instruments/{draft.Id}", new EditInstrument(Some.Record(), draft.Version));

        (await liaison.Reopen(await liaison.Finding(package, FindingKind.MissingHere))).Rows.Single().Code.ShouldBe("instrument.changed-meanwhile");
        (await liaison.Cards()).Single().Instrument.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_value_and_a_state_return()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Registered("T-1", "电镜", 500_000);
        await liaison.Registered("T-2", "色谱仪", 600_000, "8890");
        await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000, "T-1"), Assets.Card("K2", "色谱仪", 600_000, "T-2", model: "8890"));
        var package = await liaison.TakeCards(Assets.Card("K1", "电镜", 620_000, "T-1"));
        await liaison.Settle(FindingAction.TakeValue, await liaison.Finding(package, FindingKind.ValueMoved));
        await liaison.Settle(FindingAction.AwaitDisposal, await liaison.Finding(package, FindingKind.VanishedThere), note: "待处置");
        (await liaison.Instruments()).Select(i => (i.OriginalValueFen, i.OperatingStatus)).ShouldBe([(62_000_000, OperatingStatus.InService), (60_000_000, OperatingStatus.AwaitingDisposal)]);

        (await liaison.Reopen(await liaison.Finding(package, FindingKind.ValueMoved))).Done.ShouldBe(1);
        (await liaison.Reopen(await liaison.Finding(package, FindingKind.VanishedThere))).Done.ShouldBe(1);

        (await liaison.Instruments()).Select(i => (i.OriginalValueFen, i.OperatingStatus)).ShouldBe([(50_000_000, OperatingStatus.InService), (60_000_000, OperatingStatus.InService)]);
        saved.Id.ShouldBe((await liaison.Instruments())[0].Id);
    }

    [Fact]
    public async Task Several_cards_as_one_instrument_part_again()
    {
        var liaison = await app.SignedIn("liaison");
        var package = await liaison.TakeCards(
            Assets.Card("K6", "吸附仪主机", 290_000, voucher: "7", seller: "甲"), Assets.Card("K7", "吸附仪检测器", 280_000, voucher: "7", seller: "甲"));
        await liaison.Settle(FindingAction.Draft, await liaison.Finding(package, FindingKind.PerhapsSplit));
        (await liaison.Instruments()).Single().OriginalValueFen.ShouldBe(57_000_000);
        (await liaison.Cards()).Count.ShouldBe(2);

        (await liaison.Reopen(await liaison.Finding(package, FindingKind.PerhapsSplit))).Done.ShouldBe(1);

        (await liaison.Instruments()).ShouldBeEmpty();
        (await liaison.Cards()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_never_settled_cannot_be_taken_back()
    {
        var liaison = await app.SignedIn("liaison");
        var package = await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000));
        var finding = await liaison.Finding(package, FindingKind.MissingHere);

        (await liaison.Reopen(finding)).Rows.Single().Code.ShouldBe("finding.not-settled");
        (await (await app.SignedIn("liaison")).Reopen(finding)).Rows.Single().Code.ShouldBe("finding.not-found");
        await (await app.SignedIn("custodian")).Reopen(finding).ShouldBeRefused(403, "permission.missing");
    }
}
