namespace Modular.Shared.Sheets;

/// <summary>
/// How much of a stranger's file is read before it is refused. What a file says about its own size is never believed:
/// bytes and characters are counted while they come out.
/// </summary>
public sealed record SheetLimits
{
    public static SheetLimits Standard { get; } = new();

    public long FileBytes { get; init; } = 50L << 20;

    public long ExpandedBytes { get; init; } = 512L << 20;

    /// <summary>Expanded ÷ packed bytes of one part, counted once a part has grown past 16 MiB. Real sheets stay under 100.</summary>
    public int CompressionRatio { get; init; } = 300;

    public int Rows { get; init; } = 200_000;

    public int Columns { get; init; } = 300;

    public int CellChars { get; init; } = 32_767;

    public int Sheets { get; init; } = 50;

    public long SharedStringChars { get; init; } = 64L << 20;
}
