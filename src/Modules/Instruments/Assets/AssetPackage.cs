using Modular.Shared;

namespace Modular.Instruments;

internal enum PackageState
{
    /// <summary>Compared and shown; nothing of it has been taken over.</summary>
    Compared,

    /// <summary>The mapping of cards says what this package says; its findings are being settled.</summary>
    Taken,
}

/// <summary>
/// A unit's asset cards 资产卡片 as its asset-management system 资产管理信息系统 gave them out on a day (I-8): a spreadsheet or an offline package.
/// Kept for ever with what was found and what was done about it.
/// </summary>
internal sealed class AssetPackage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UnitId { get; init; }

    /// <summary>Decides who sees it.</summary>
    public required string UnitPath { get; set; }

    public required string UnitName { get; set; }

    public required Guid AccountId { get; init; }

    public required string AccountName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Name in the file store.</summary>
    public required string FileHash { get; init; }

    public required string FileName { get; init; }

    public required long SizeBytes { get; init; }

    /// <summary>What somebody said the values are in; null: as the headings say.</summary>
    public MoneyUnit? SaidUnit { get; init; }

    /// <summary>The line as it was in force when the package came in (P-1): cards below it are not taken.</summary>
    public required long ThresholdFen { get; init; }

    public required string PolicyVersion { get; init; }

    public PackageState State { get; private set; } = PackageState.Compared;

    public DateTimeOffset? TakenAt { get; private set; }

    public string? TakenBy { get; private set; }

    public PackageCounts Counts { get; set; } = new();

    public List<CardFault> Faults { get; set; } = [];

    public List<ReadSheet> Sheets { get; set; } = [];

    /// <summary>Files of the package that are no lists.</summary>
    public List<string> LeftOut { get; set; } = [];

    public int Version { get; private set; } = 1;

    public void Take(int version, string by, DateTimeOffset now)
    {
        RefuseUnlessOpen(version);
        (State, TakenBy, TakenAt) = (PackageState.Taken, by, now);
        Version++;
    }

    public void RefuseUnlessOpen(int version)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("package");
        if (State == PackageState.Taken) throw AssetProblems.Taken();
    }
}

/// <summary>A sheet with cards, as it was understood.</summary>
/// <param name="Columns">Each title with the field it was taken for; those that were not taken are left out.</param>
/// <param name="MoneyUnit">What the values are in.</param>
/// <param name="Doubtful">The values do not look like that unit of money.</param>
internal sealed record ReadSheet(string File, string Sheet, int Cards, IReadOnlyList<ReadColumn> Columns, MoneyUnit MoneyUnit, bool Doubtful);

internal sealed record ReadColumn(string Title, string FieldKey);

/// <summary>What is wrong with a card, and where. A card with an error takes no part.</summary>
internal sealed record CardFault(string Code, FaultSeverity Severity, string File, string Sheet, int Row, string Content);

/// <param name="Cards">All that could be read, those that are no equipment or disposed of included.</param>
/// <param name="Taken">At or above the line, or known already.</param>
/// <param name="Below">Below the line: counted, and looked at for split purchases.</param>
/// <param name="Others">Buildings, vehicles, furniture, books: no instruments.</param>
/// <param name="Disposed">Marked as disposed of in the asset system.</param>
/// <param name="Unchanged">Linked and alike on both sides.</param>
/// <param name="Linked">Not known before, linked by their number when the package is taken.</param>
/// <param name="SettledBefore">Differences that somebody has looked at before and left as they are.</param>
internal sealed record PackageCounts(
    int Cards = 0, int Taken = 0, int Below = 0, long BelowFen = 0, int Others = 0, int Disposed = 0, int Refused = 0, int Unchanged = 0, int Linked = 0,
    int SettledBefore = 0, bool LooksIncomplete = false);
