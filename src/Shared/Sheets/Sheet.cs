using System.Diagnostics.CodeAnalysis;

namespace Modular.Shared.Sheets;

/// <summary>A row that holds something. <paramref name="Number"/> is the one the spreadsheet shows; blank rows are not given, the numbers jump.</summary>
public sealed record SheetRow(int Number, SheetCell[] Cells, bool Hidden = false)
{
    public SheetCell this[int column] => column < Cells.Length ? Cells[column] : default;
}

/// <summary>A block of merged cells; rows count from 1 as shown, columns from 0.</summary>
public readonly record struct SheetRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public bool Contains(int row, int column) =>
        row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}

public enum SheetFileKind
{
    Xlsx,
    Xls,
    Delimited,
}

/// <summary>An opened file. Rows are read as they are asked for, and may be asked for again.</summary>
public sealed class SheetBook : IDisposable
{
    private readonly IDisposable? content;

    internal SheetBook(SheetFileKind kind, IReadOnlyList<Sheet> sheets, IDisposable? content, string? encoding = null, char? delimiter = null)
    {
        Kind = kind;
        Sheets = sheets;
        Encoding = encoding;
        Delimiter = delimiter;
        this.content = content;
    }

    public SheetFileKind Kind { get; }

    public IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>Of a delimited file: the encoding it was read in.</summary>
    public string? Encoding { get; }

    public char? Delimiter { get; }

    public void Dispose() => content?.Dispose();
}

public abstract class Sheet
{
    public abstract string Name { get; }

    public virtual bool Hidden => false;

    /// <summary>Where cells are merged; known without reading all rows.</summary>
    public IReadOnlyList<SheetRange> Merges => SheetRefusals.Guard(ReadMerges);

    /// <summary>The rows that hold something, in order. Throws nothing but <see cref="SheetRefused"/> and, when cancelled, its exception.</summary>
    [SuppressMessage("Design", "MA0012", Justification = "The refusal is made of the reason.")]
    public IEnumerable<SheetRow> Rows()
    {
        using var rows = SheetRefusals.Guard(() => ReadRows().GetEnumerator());
        while (SheetRefusals.Guard(rows.MoveNext))
            yield return rows.Current;
    }

    /// <summary>How many rows there are, blank ones perhaps among them: for progress, at a fraction of what reading them costs.</summary>
    public int AboutRows() => SheetRefusals.Guard(CountRows);

    private protected abstract IEnumerable<SheetRow> ReadRows();

    private protected virtual int CountRows() => ReadRows().Count();

    private protected abstract IReadOnlyList<SheetRange> ReadMerges();
}

internal static class SheetRefusals
{
    /// <summary>Whatever goes wrong inside a stranger's file is a refusal to its sender, never a fault of ours.</summary>
    public static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception reason) when (reason is not (SheetRefused or OperationCanceledException or ObjectDisposedException))
        {
            throw SheetRefused.Damaged(reason);
        }
    }
}
