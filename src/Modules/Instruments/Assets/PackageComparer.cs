using Microsoft.EntityFrameworkCore;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>Reads a package and sets it beside what the database has of its unit.</summary>
internal sealed class PackageComparer(InstrumentsDb db, IFileStore files, TimeProvider clock)
{
    /// <summary>A package from the file store, as it stands.</summary>
    public ReadPackage Read(AssetPackage package, CancellationToken ct)
    {
        using var content = files.Open(package.FileHash);
        return Read(content, package.FileName, package.SaidUnit, ct);
    }

    public ReadPackage Read(Stream content, string fileName, MoneyUnit? said, CancellationToken ct)
    {
        try
        {
            using var opened = SheetPackage.Open(content, fileName, ct);
            return new PackageReading(opened, said, clock.Today()).Read();
        }
        catch (SheetRefused refused)
        {
            throw ImportProblems.Of(refused);
        }
    }

    /// <param name="known">The unit's cards, as the package before left them.</param>
    public async Task<Comparison> Compare(AssetPackage package, ReadPackage read, IReadOnlyList<AssetCard> known, CancellationToken ct)
    {
        var registry = await db.Instruments.AsNoTracking().Where(i => i.UnitId == package.UnitId).OrderBy(i => i.Id)
            .Select(i => new RegisteredInstrument(i.Id, i.AssetNumber, i.NameZh, i.Model, i.OriginalValueFen, i.LifeCycle == LifeCycle.Retired)).ToListAsync(ct);
        var dismissed = await db.AssetFindings.AsNoTracking().Where(f => f.UnitId == package.UnitId && f.State == FindingState.Dismissed).Select(f => f.Fingerprint).ToListAsync(ct);
        var comparison = new CardComparison(package, read, known, registry, dismissed.ToHashSet(StringComparer.Ordinal)).Compare();
        package.Counts = comparison.Counts;
        return comparison;
    }
}
