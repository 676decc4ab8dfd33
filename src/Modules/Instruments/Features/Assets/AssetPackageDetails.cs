namespace Modular.Instruments;

/// <summary>One package: how it was read, what was found and what was done about it.</summary>
/// <param name="Newest">False once a newer package of the unit has been taken over.</param>
internal sealed record AssetPackageDetails(
    Guid Id, Guid UnitId, string UnitName, string FileName, long SizeBytes, DateTimeOffset CreatedAt, string By, PackageState State, DateTimeOffset? TakenAt, string? TakenBy,
    long ThresholdFen, PackageCounts Counts, IReadOnlyList<FindingTally> Findings, IReadOnlyList<ReadSheet> Sheets, IReadOnlyList<string> LeftOut, IReadOnlyList<CardFault> Faults,
    bool Newest, int Version)
{
    public static AssetPackageDetails Of(AssetPackage p, IEnumerable<FindingTally> findings, bool newest = true) => new(
        p.Id, p.UnitId, p.UnitName, p.FileName, p.SizeBytes, p.CreatedAt, p.AccountName, p.State, p.TakenAt, p.TakenBy,
        p.ThresholdFen, p.Counts, [.. findings.OrderBy(f => f.Kind).ThenBy(f => f.State)], p.Sheets, p.LeftOut, p.Faults, newest, p.Version);
}
