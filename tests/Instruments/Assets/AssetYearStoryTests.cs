using Microsoft.EntityFrameworkCore;
using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

// I-8: a unit's package is imported a second time a year later and shows what is new, moved and missing.
public class AssetYearStoryTests(App app)
{
    [Fact]
    public async Task A_year_later_the_second_package_shows_what_is_new_moved_and_missing()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var microscope = await liaison.Registered("TY-1", "扫描电子显微镜", 3_850_000);
        var chromatograph = await liaison.Registered("TY-2", "气相色谱仪", 520_000, "8890");

        // The first year: two are known by their number, one is not in the registry, one is below the line.
        var first = await liaison.SendCards(
            Assets.Card("K1", "扫描电子显微镜", 3_850_000, "TY-1"), Assets.Card("K2", "气相色谱仪", 520_000, "TY-2", model: "8890"),
            Assets.Card("K3", "核磁共振波谱仪", 6_180_000, "TY-3", model: "AVANCE"), Assets.Card("K4", "台式计算机", 5_600, "DN-1", "2010104", "P1"));
        (first.State, first.ThresholdFen).ShouldBe((PackageState.Compared, 50_000_000));
        (first.Counts.Cards, first.Counts.Taken, first.Counts.Below, first.Counts.Linked).ShouldBe((4, 3, 1, 2));
        first.Findings.ShouldBe([new FindingTally(FindingKind.MissingHere, FindingState.Open, 1)]);
        (await liaison.Cards()).ShouldBeEmpty("nothing is taken over before somebody says so");

        first = await liaison.TakeOver(first);
        (await liaison.Settle(FindingAction.Draft, await liaison.Finding(first, FindingKind.MissingHere))).Done.ShouldBe(1);
        (await liaison.Cards()).Select(c => (c.CardNumber, c.LinkedBy)).ShouldBe([("K3", CardLink.Draft), ("K1", CardLink.Number), ("K2", CardLink.Number)]);
        var resonance = (await liaison.Instruments()).Single(i => i.AssetNumber == "TY-3");
        (resonance.LifeCycle, resonance.OriginalValueFen, resonance.NameZh).ShouldBe((LifeCycle.Draft, 618_000_000, "核磁共振波谱仪"));

        // The same package again: nothing to do.
        var again = await liaison.SendCards(
            Assets.Card("K1", "扫描电子显微镜", 3_850_000, "TY-1"), Assets.Card("K2", "气相色谱仪", 520_000, "TY-2", model: "8890"), Assets.Card("K3", "核磁共振波谱仪", 6_180_000, "TY-3", model: "AVANCE"));
        (again.Findings.Count, again.Counts.Unchanged, again.Counts.Linked).ShouldBe((0, 3, 0));
        (await liaison.TakeOver(again)).Findings.ShouldBeEmpty();

        // A year later: one new, one moved, one gone, one purchase in two parts.
        app.Clock.Advance(TimeSpan.FromDays(365));
        liaison = await app.SignedIn("liaison", unit);
        var second = await liaison.TakeCards(
            Assets.Card("K1", "扫描电子显微镜", 4_100_000, "TY-1"), Assets.Card("K3", "核磁共振波谱仪", 6_180_000, "TY-3", model: "AVANCE"),
            Assets.Card("K5", "激光共聚焦显微镜", 4_275_000, "TY-5", model: "LSM 980", date: "2025-03-02"),
            Assets.Card("K6", "化学吸附仪主机", 290_000, "TY-6", model: "AC3", date: "2025-04-08", voucher: "0412", seller: "科仪公司"),
            Assets.Card("K7", "化学吸附仪检测器", 280_000, "TY-7", model: "AC3", date: "2025-04-08", voucher: "0412", seller: "科仪公司"));
        second.Findings.ShouldBe(
        [
            new FindingTally(FindingKind.MissingHere, FindingState.Open, 1), new FindingTally(FindingKind.VanishedThere, FindingState.Open, 1),
            new FindingTally(FindingKind.ValueMoved, FindingState.Open, 1), new FindingTally(FindingKind.PerhapsSplit, FindingState.Open, 1),
        ]);
        second.Counts.Unchanged.ShouldBe(1);

        var moved = await liaison.Finding(second, FindingKind.ValueMoved);
        (moved.Instrument!.Id, moved.RegistryFen, moved.PreviousFen, moved.CardFen).ShouldBe((microscope.Id, 385_000_000, 385_000_000, 410_000_000));
        (await liaison.Finding(second, FindingKind.VanishedThere)).Instrument!.Id.ShouldBe(chromatograph.Id);
        (await liaison.Finding(second, FindingKind.PerhapsSplit)).Cards.Select(c => c.CardNumber).ShouldBe(["K6", "K7"]);

        // Nothing has changed in the registry by itself; each is acted on.
        (await liaison.Instruments()).Select(i => i.OriginalValueFen).ShouldBe([385_000_000, 52_000_000, 618_000_000]);
        foreach (var (action, kind) in new[]
        {
            (FindingAction.Draft, FindingKind.MissingHere), (FindingAction.AwaitDisposal, FindingKind.VanishedThere), (FindingAction.TakeValue, FindingKind.ValueMoved), (FindingAction.Draft, FindingKind.PerhapsSplit),
        })
            (await liaison.Settle(action, await liaison.Finding(second, kind))).Refused.ShouldBe(0, $"{action}");
        (await liaison.Instruments()).Select(i => (i.AssetNumber, i.OriginalValueFen, i.OperatingStatus)).ShouldBe(
        [
            ("TY-1", 410_000_000, OperatingStatus.InService), ("TY-2", 52_000_000, OperatingStatus.AwaitingDisposal), ("TY-3", 618_000_000, null),
            ("TY-5", 427_500_000, null), ("TY-6", 57_000_000, null),
        ]);

        // The history of packages says who, when, what was found and what was done.
        var history = await liaison.Get<Page<AssetPackageRow>>($"{Assets.Address}/packages");
        history.Items.Select(p => p.Findings.Sum(f => f.Count)).ShouldBe([4, 0, 1]);
        history.Items.SelectMany(p => p.Findings).ShouldAllBe(f => f.State == FindingState.Done);
        var audit = await app.InDatabase<InstrumentsDb, List<string>>(db => db.Audit.AsNoTracking().Where(e => e.OwnerPath == unit.Path).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync());
        audit.Count(action => action == "assets.taken-over").ShouldBe(3);
        audit.Count(action => action == "assets.settled").ShouldBe(5);
    }
}
