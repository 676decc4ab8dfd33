using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The demo university's first package of asset cards, taken over a year ago: the next one has something to be compared with.</summary>
internal sealed class DemoAssetPackages(InstrumentsDb db, IUnitDirectory units, IPolicies policies, IFileStore files, PackageComparer comparer, TimeProvider clock) : IDemoSeed
{
    const string Unit = "北疆大学";
    const string By = "联络员 赵强";

    public int Order => 12;

    public async Task Seed(int size, CancellationToken ct)
    {
        if (await db.AssetPackages.AnyAsync(ct) || (await units.Within("", ct)).FirstOrDefault(unit => unit.Name == Unit) is not { } unit) return;

        var policy = await policies.On(clock.Today(), unit.Path, ct);
        var instruments = await db.Instruments.AsNoTracking().Where(i => i.UnitId == unit.Id && i.OriginalValueFen >= policy.DutyThresholdFen && i.LifeCycle == LifeCycle.Listed)
            .OrderBy(i => i.AssetNumber).ToListAsync(ct);
        if (instruments.Count == 0) return;

        var then = clock.GetUtcNow().AddYears(-1);
        using var content = new MemoryStream(await DemoCards.Workbook(DemoCards.FirstYear(instruments), ct));
        var stored = await files.Save(content, content.Length, ct);
        content.Position = 0;
        var read = comparer.Read(content, "", null, ct);
        var package = new AssetPackage
        {
            UnitId = unit.Id, UnitPath = unit.Path, UnitName = unit.Name, AccountId = default, AccountName = By, CreatedAt = then, FileHash = stored.Hash,
            FileName = $"{Unit}资产卡片{then.Year}.xlsx", SizeBytes = stored.Length, ThresholdFen = policy.DutyThresholdFen, PolicyVersion = policy.Version,
            Faults = [.. read.Faults], Sheets = [.. read.Sheets], LeftOut = [.. read.LeftOut],
        };
        var comparison = await comparer.Compare(package, read, [], ct);
        package.Take(package.Version, By, then.AddHours(2));
        foreach (var finding in comparison.Findings.Where(f => f.Kind == FindingKind.NoCard && f.InstrumentId != instruments[3].Id))
            finding.Settle(FindingAction.Dismiss, "尚未完成固定资产入账，下次导入时核对", By, then.AddHours(3));

        db.AssetPackages.Add(package);
        db.AssetFindings.AddRange(comparison.Findings);
        db.AssetCards.AddRange(TakeOverAssetPackageHandler.Update(package, comparison, [], then));
        await db.SaveChangesAsync(ct);
    }
}
