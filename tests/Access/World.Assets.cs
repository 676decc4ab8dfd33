using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;

namespace Modular.Tests.Access;

// Asset cards: a package with one card that no instrument stands for, its finding, and a card of the mapping.
sealed partial class World
{
    Task<Target> AssetPackage(Spot spot, string state) => Assets(spot, state, "Open", of => of.Package);

    Task<Target> AssetFinding(Spot spot, string state) => Assets(spot, "Taken", state, of => of.Finding);

    Task<Target> AssetCard(Spot spot) => App.InDatabase<InstrumentsDb, Target>(async db =>
    {
        var (unit, marker) = (_units[spot], NewMarker());
        var card = new AssetCard { UnitId = unit.Id, UnitPath = unit.Path, CardNumber = marker };
        card.See(new ReadCard(marker, new InstrumentRecord { NameZh = "显微镜", OriginalValueFen = 50_000_000 }, null, null, null, null, null, "", "", 2), default, App.Clock.GetUtcNow());
        db.AssetCards.Add(card);
        await db.SaveChangesAsync();
        return new Target(Kind.AssetCard, spot, "", card.Id.ToString(), unit.Path, marker, card.Version, unit.Id);
    });

    async Task<Target> Assets(Spot spot, string packageState, string findingState, Func<(Target Package, Target Finding), Target> wanted)
    {
        var (unit, marker) = (_units[spot], NewMarker());
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InstrumentsDb>();
        var comparer = scope.ServiceProvider.GetRequiredService<PackageComparer>();
        using var content = new MemoryStream(Tests.Assets.List(Tests.Assets.Card(marker, marker, 500_000)));
        var stored = await scope.ServiceProvider.GetRequiredService<IFileStore>().Save(content, content.Length, CancellationToken.None);
        var package = new AssetPackage
        {
            UnitId = unit.Id, UnitPath = unit.Path, UnitName = unit.Name, AccountId = default, AccountName = "Somebody",
            // All on one day: none is newer than another, so that none stands in another's place.
            CreatedAt = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), FileHash = stored.Hash, FileName = marker, SizeBytes = stored.Length, ThresholdFen = 30_000_000, PolicyVersion = "",
        };
        var comparison = new CardComparison(package, comparer.Read(package, CancellationToken.None), [], [], new HashSet<string>(StringComparer.Ordinal)).Compare();
        package.Counts = comparison.Counts;
        if (packageState == "Taken") package.Take(1, "Somebody", App.Clock.GetUtcNow());
        var finding = comparison.Findings.Single();
        if (findingState == "Done") finding.Settle(FindingAction.Dismiss, "note", "Somebody", App.Clock.GetUtcNow());
        db.AssetPackages.Add(package);
        db.AssetFindings.Add(finding);
        await db.SaveChangesAsync();
        return wanted((
            new Target(Kind.AssetPackage, spot, packageState, package.Id.ToString(), unit.Path, marker, package.Version, unit.Id),
            new Target(Kind.AssetFinding, spot, findingState, finding.Id.ToString(), unit.Path, marker, finding.Version, unit.Id)));
    }
}
