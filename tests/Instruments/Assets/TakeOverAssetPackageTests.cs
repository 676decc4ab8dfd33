using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class TakeOverAssetPackageTests(App app)
{
    [Fact]
    public async Task Is_done_once_and_in_the_version_that_was_seen()
    {
        var liaison = await app.SignedIn("liaison");
        var package = await liaison.SendCards(Assets.Card("K1", "电镜", 500_000));

        await liaison.TakeOver(package with { Version = 9 }).ShouldBeRefused(409, "package.changed-meanwhile");
        var taken = await liaison.TakeOver(package);

        (taken.State, taken.TakenBy, taken.Version).ShouldBe((PackageState.Taken, package.By, 2));
        await liaison.TakeOver(taken).ShouldBeRefused(409, "package.taken");
        await (await app.SignedIn("liaison")).TakeOver(package).ShouldBeRefused(404, "package.not-found");
    }

    [Fact]
    public async Task Compares_anew_with_what_the_registry_has_become()
    {
        var liaison = await app.SignedIn("liaison");
        var package = await liaison.SendCards(Assets.Card("K1", "电镜", 500_000, "T-1"));
        package.Count(FindingKind.MissingHere).ShouldBe(1);
        await liaison.Registered("T-1", "电镜", 500_000);

        var taken = await liaison.TakeOver(package);

        (taken.Findings.Count, taken.Counts.Linked).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_newer_package_stands_in_the_place_of_what_was_still_open()
    {
        var liaison = await app.SignedIn("liaison");
        var older = await liaison.SendCards(Assets.Card("K0", "旧", 400_000));
        var first = await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000), Assets.Card("K2", "色谱仪", 600_000));
        await liaison.TakeOver(older).ShouldBeRefused(409, "package.superseded");
        var dismissed = (await liaison.Findings(first)).Single(f => f.Name == "电镜");
        await liaison.Settle(FindingAction.Dismiss, dismissed, note: "教学用");

        var second = await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000), Assets.Card("K2", "色谱仪", 600_000));

        // What was left as it is does not come again; what nobody looked at does.
        (await liaison.Findings(second)).Select(f => f.Name).ShouldBe(["色谱仪"]);
        second.Counts.SettledBefore.ShouldBe(1);
        (await liaison.PackageDetails(first.Id)).Findings.ShouldBe([new FindingTally(FindingKind.MissingHere, FindingState.Dismissed, 1), new FindingTally(FindingKind.MissingHere, FindingState.Superseded, 1)]);
        (await liaison.PackageDetails(first.Id)).Newest.ShouldBeFalse();
        var old = (await liaison.Findings(first)).Single(f => f.Name == "色谱仪");
        (await liaison.Settle(FindingAction.Draft, old)).Rows.Single().Code.ShouldBe("package.superseded");

        // Once its value has moved, the same card is another matter.
        (await liaison.Findings(await liaison.TakeCards(Assets.Card("K1", "电镜", 550_000)))).Select(f => f.Name).ShouldBe(["电镜"]);
    }

    [Fact]
    public async Task A_package_that_lost_a_quarter_of_the_cards_says_that_it_looks_incomplete()
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.TakeCards(Enumerable.Range(0, 12).Select(i => Assets.Card($"K{i}", $"仪器{i}", 500_000)));

        (await liaison.SendCards(Enumerable.Range(0, 6).Select(i => Assets.Card($"K{i}", $"仪器{i}", 500_000)))).Counts.LooksIncomplete.ShouldBeTrue();
        (await liaison.SendCards(Enumerable.Range(0, 11).Select(i => Assets.Card($"K{i}", $"仪器{i}", 500_000)))).Counts.LooksIncomplete.ShouldBeFalse();
    }

    [Fact]
    public async Task A_draft_that_was_thrown_away_leaves_its_card_without_an_instrument()
    {
        var liaison = await app.SignedIn("liaison");
        var first = await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000));
        await liaison.Settle(FindingAction.Draft, await liaison.Finding(first, FindingKind.MissingHere));
        var draft = (await liaison.Instruments()).Single();
        await liaison.Delete($"/api/instruments/{draft.Id}?version={draft.Version}");

        var second = await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000));

        (await liaison.Settle(FindingAction.Draft, await liaison.Finding(second, FindingKind.MissingHere))).Done.ShouldBe(1);
    }

    [Fact]
    public async Task Cards_follow_a_unit_that_merges_into_another()
    {
        var region = await app.NewRegion();
        var supervisor = await app.Supervisor(region);
        var (unit, into) = (await app.Unit(supervisor), await app.Unit(supervisor));
        var liaison = await app.SignedIn("liaison", unit);
        await liaison.Registered("T-1", "电镜", 500_000);
        await liaison.TakeCards(Assets.Card("K1", "电镜", 500_000, "T-1"));
        await app.InDatabase<InstrumentsDb, int>(async db =>
        {
            db.Announce(unit.Id, new Modular.Contracts.Units.UnitsMerged(unit.Id, unit.Name, into.Id, into.Name, app.Clock.Today(), default, "Somebody", "reform"), app.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        await app.DeliverEvents();

        var other = await app.SignedIn("liaison", into);
        (await other.Cards()).Single().Instrument!.AssetNumber.ShouldBe("T-1");
        (await other.SendCards(Assets.Card("K1", "电镜", 500_000, "T-1"))).Counts.Unchanged.ShouldBe(1);
    }
}
