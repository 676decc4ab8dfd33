namespace Modular.Shared.Sheets;

public enum SheetColumnFormat
{
    Text,
    General,
    Integer,
    Money,
    Date,
    DateTime,
}

/// <summary>
/// A column to write. <paramref name="Note"/> is shown beside a cell while it is being filled, <paramref name="Choices"/> as a drop-down;
/// neighbours of the same <paramref name="Group"/> get one merged title above theirs.
/// </summary>
public sealed record SheetColumn(
    string Title,
    SheetColumnFormat Format = SheetColumnFormat.Text,
    int? Width = null,
    string? Note = null,
    IReadOnlyList<string>? Choices = null,
    string? Group = null,
    bool Required = false);

/// <summary>One sheet to write; a cell is null, text, a number, a bool, a date, or a <see cref="MarkedCell"/> holding one of these.</summary>
public sealed record SheetContent(string Name, IReadOnlyList<SheetColumn> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>Lines above the header, each across the whole width.</summary>
    public IReadOnlyList<string> HeadLines { get; init; } = [];

    public static SheetContent Of(string name, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<object?>> rows) =>
        new(name, columns, rows.ToAsyncEnumerable());
}

public enum SheetMark
{
    None,
    Warning,
    Error,
}

/// <summary>A cell with a coloured ground.</summary>
public sealed record MarkedCell(object? Value, SheetMark Mark);

/// <summary>
/// Writes lists row by row to any stream, also one that cannot seek. User text never becomes a formula: in xlsx it is stored as text,
/// in csv what looks like a formula is guarded, and <see cref="SheetReader"/> takes the guard off again.
/// </summary>
public static class SheetWriter
{
    public static Task WriteXlsx(Stream output, IReadOnlyList<SheetContent> sheets, CancellationToken cancelled = default) =>
        new XlsxWriting(sheets).Write(output, cancelled);

    /// <summary>UTF-8 with its mark, so that spreadsheets read Chinese right; line breaks inside cells become LF.</summary>
    public static Task WriteCsv(Stream output, SheetContent sheet, CancellationToken cancelled = default) =>
        CsvWriting.Write(output, sheet, cancelled);
}
