using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class SettleAssetFindingsTests(App app)
{
    [Fact]
    public async Task Nothing_is_settled_before_the_package_is_taken_over()
    {
        var liaison = await app.SignedIn("liaison");
        var package = await liaison.SendCards(Assets.Card("K1", "电镜", 500_000));

        (await liaison.Settle(FindingAction.Draft, await liaison.Finding(package, FindingKind.MissingHere))).Rows.Single().Code.ShouldBe("package.not-taken");
        (await liaison.Instruments()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_at_once_each_with_its_own_answer()
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Registered("T-2", "完全不同", 900_000, "Z");
        var package = await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000, "T-1"), Assets.Card("K2", "色谱仪", 600_000, "T-2", model: "8890"), Assets.Card("K3", "质谱仪", 700_000, "T-3", model: "QE"));
        var findings = await liaison.Findings(package, FindingKind.MissingHere);
        var items = findings.Select(f => new SettledItem(f.Id, f.Name == "质谱仪" ? 7 : f.Version)).Append(new SettledItem(Guid.CreateVersion7(), 1)).ToList();

        var report = await liaison.Post<BulkReport>($"{Assets.Address}/findings/settle", new SettleAssetFindings(FindingAction.Draft, items, null));

        (report.Done, report.Refused).ShouldBe((1, 3));
        report.Rows.Select(r => r.Code).ShouldBe(["finding.changed-meanwhile", "instrument.asset-number-taken", null, "finding.not-found"]);
        (await liaison.Instruments()).Select(i => i.NameZh).ShouldBe(["电镜", "完全不同"]);
    }

    [Fact]
    public async Task A_draft_takes_what_the_card_says_and_keeps_where_it_comes_from()
    {
        var liaison = await app.SignedIn("liaison");
        var package = await liaison.TakeOver(await liaison.SendCards(
            Imports.Csv("卡片编号,资产名称,规格型号,生产厂家,国别,价值（元）,取得日期,使用部门,存放地点,使用人", "K9,电镜,JSM,JEOL,日本,500000,2019-05-20,分析中心,理化楼,赵强"), "资产.csv"));
        await liaison.Settle(FindingAction.Draft, await liaison.Finding(package, FindingKind.MissingHere));

        var draft = (await liaison.Get<InstrumentDetails>($"/api/instruments/{(await liaison.Instruments()).Single().Id}")).Record;
        (draft.AssetNumber, draft.Manufacturer, draft.OriginCountry, draft.OriginalValueFen, draft.Department, draft.Street, draft.ContactName).ShouldBe(("K9", "JEOL", "日本", 50_000_000, "分析中心", "理化楼", "赵强"));
        var step = (await liaison.Get<Page<RevisionRow>>($"/api/instruments/{(await liaison.Instruments()).Single().Id}/history")).Items.Single();
        (step.Action, step.Reason).ShouldBe(("imported", "资产.csv"));
    }

    [Fact]
    public async Task A_link_goes_to_the_chosen_instrument_of_the_same_unit_only()
    {
        var liaison = await app.SignedIn("liaison");
        var other = await app.SignedIn("liaison");
        var (own, foreign) = (await liaison.Registered("S-1", "显微镜一号", 700_000, "Q"), await other.Registered("S-1", "显微镜一号", 700_000, "Q"));
        var package = await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000));
        var finding = await liaison.Finding(package, FindingKind.MissingHere);

        (await liaison.Settle(FindingAction.Link, finding)).Rows.Single().Code.ShouldBe("finding.no-instrument");
        (await liaison.Settle(FindingAction.Link, finding, foreign.Id)).Rows.Single().Code.ShouldBe("finding.no-instrument");
        (await liaison.Settle(FindingAction.Link, finding, own.Id)).Done.ShouldBe(1);
        (await liaison.Cards()).Single().Instrument!.Id.ShouldBe(own.Id);

        // The next package knows the link, and sees that the values differ.
        (await liaison.Finding(await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000)), FindingKind.ValueMoved)).Instrument!.Id.ShouldBe(own.Id);
    }

    [Fact]
    public async Task A_value_is_not_taken_over_onto_one_that_was_changed_since()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Registered("T-1", "电镜", 500_000);
        var package = await liaison.TakeCards(Assets.Card("K1", "电镜", 620_000, "T-1"));
        var record = (await liaison.Get<InstrumentDetails>($"/api/instruments/{saved.Id}")).Record;
        record.OriginalValueFen = 61_000_000;
        await liaison.Put($"/api/instruments/{saved.Id}", new EditInstrument(record, saved.Version));

        (await liaison.Settle(FindingAction.TakeValue, await liaison.Finding(package, FindingKind.ValueMoved))).Rows.Single().Code.ShouldBe("finding.value-meanwhile");
    }

    [Fact]
    public async Task A_listed_instrument_whose_card_is_gone_is_retired_with_a_reason()
    {
        var supervisor = await app.Supervisor();
        var unit = await app.Unit(supervisor);
        var liaison = await app.SignedIn("liaison", unit);
        var saved = await liaison.Registered("T-1", "电镜", 500_000);
        await liaison.Post("/api/instruments/submit", new SubmitInstruments([new InstrumentVersion(saved.Id, saved.Version)]));
        await (await app.SignedIn("reviewer", supervisor)).Post("/api/instruments/approve", new ApproveInstruments([new InstrumentVersion(saved.Id, saved.Version + 1)]));
        await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000, "T-1"), Assets.Card("K2", "色谱仪", 600_000));
        var finding = await liaison.Finding(await liaison.TakeCards(Assets.Card("K2", "色谱仪", 600_000)), FindingKind.VanishedThere);

        await liaison.Settle(FindingAction.Retire, finding).ShouldBeRefused(400, "request.invalid");
        (await liaison.Settle(FindingAction.TakeValue, finding)).Rows.Single().Code.ShouldBe("finding.not-for-kind");
        (await liaison.Settle(FindingAction.Retire, finding, note: "已报废")).Done.ShouldBe(1);

        (await liaison.Get<InstrumentDetails>($"/api/instruments/{saved.Id}")).LifeCycle.ShouldBe(LifeCycle.Retired);
        var settled = (await liaison.Findings(await liaison.PackageDetails((await liaison.Get<Page<AssetPackageRow>>($"{Assets.Address}/packages")).Items[0].Id), FindingKind.VanishedThere)).Single();
        (settled.State, settled.Action, settled.Note).ShouldBe((FindingState.Done, FindingAction.Retire, "已报废"));
        (await liaison.Reopen(settled)).Rows.Single().Code.ShouldBe("finding.final");
    }

    // I-3, IM 6: the package is no way around the customs.
    [Fact]
    public async Task What_customs_supervise_is_retired_only_after_their_notice()
    {
        var (liaison, id) = await app.SupervisedInstrument();
        var record = (await liaison.Get<InstrumentDetails>($"/api/instruments/{id}")).Record;
        await liaison.TakeCards(Assets.Card("K1", record.NameZh!, record.OriginalValueFen!.Value / 100, record.AssetNumber), Assets.Card("K2", "色谱仪", 600_000));
        var finding = await liaison.Finding(await liaison.TakeCards(Assets.Card("K2", "色谱仪", 600_000)), FindingKind.VanishedThere);

        (await liaison.Settle(FindingAction.Retire, finding, note: "已报废")).Rows.Single().Code.ShouldBe("customs.still-supervised");
        (await liaison.Get<InstrumentDetails>($"/api/instruments/{id}")).LifeCycle.ShouldBe(LifeCycle.Listed);
        await liaison.Enter(id, CustomsMatter.Released, app.Clock.Today());

        (await liaison.Settle(FindingAction.Retire, finding, note: "已报废")).Done.ShouldBe(1);
    }

    [Fact]
    public async Task One_order_sent_twice_is_carried_out_once()
    {
        var liaison = await app.SignedIn("liaison");
        var finding = await liaison.Finding(await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000)), FindingKind.MissingHere);
        var order = new SettleAssetFindings(FindingAction.Draft, [new SettledItem(finding.Id, finding.Version)], null);

        for (var i = 0; i < 2; i++) (await liaison.Send(HttpMethod.Post, $"{Assets.Address}/findings/settle", order, ("Idempotency-Key", "one-order"))).EnsureSuccessStatusCode();

        (await liaison.Instruments()).Count.ShouldBe(1);
        (await liaison.Settle(FindingAction.Draft, finding with { Version = 2 })).Rows.Single().Code.ShouldBe("finding.settled");
    }
}
