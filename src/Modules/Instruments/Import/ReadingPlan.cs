using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>How the rows of a list are to be read, settled once for the whole list by its mapping and its first rows.</summary>
internal sealed class ReadingPlan
{
    /// <summary>Rows whose cells settle what a column is in.</summary>
    public const int SampledRows = 500;

    readonly Dictionary<string, ImportColumn> _columns;
    readonly HashSet<string> _given;
    readonly IReadOnlyList<SheetRow> _sample;
    readonly IReadOnlyList<SheetRange> _merges;
    readonly DateOnly _today;

    public ReadingPlan(ImportMapping mapping, IReadOnlyList<SheetRow> sample, IReadOnlyList<SheetRange> merges, DateOnly today)
    {
        (Mapping, _merges, _today) = (mapping, merges, today);
        _sample = [.. sample.Where(row => row.Number > mapping.HeaderLast)];
        _columns = mapping.Columns.Where(column => column.FieldKey is not (null or ColumnTitles.Ignored))
            .ToDictionary(column => column.FieldKey!, StringComparer.Ordinal);
        var rows = mapping.HeaderFirst == 0 ? [] : Enumerable.Range(mapping.HeaderFirst, mapping.HeaderLast - mapping.HeaderFirst + 1);
        Header = new HeaderGuess([.. rows], [], [.. mapping.Columns.Select(column => column.Guess())], [], "");
        _given = Header.Columns.SelectMany(column => column.Fields).ToHashSet(StringComparer.Ordinal);
        MoneyIsDoubtful = InOrder().Money.DoubtfulUnit;
    }

    public ImportMapping Mapping { get; }

    public HeaderGuess Header { get; }

    /// <summary>The figures do not look like the unit that the list's heading says.</summary>
    public bool MoneyIsDoubtful { get; }

    public ImportColumn? ColumnOf(string fieldKey) => _columns.GetValueOrDefault(fieldKey);

    public ImportColumn? ColumnAt(int index) => index < Mapping.Columns.Count ? Mapping.Columns[index] : null;

    /// <summary>Whether some column gives the field: its own, or one that holds several.</summary>
    public bool Gives(string fieldKey) => _given.Contains(fieldKey);

    /// <summary>Reads the list's rows from its first to its last.</summary>
    public RecordReading InOrder() => new(Header.Columns, [], _sample, _merges, _today);

    /// <summary>The mapped cells of a row, by field.</summary>
    public Dictionary<string, SheetCell> CellsOf(SheetRow row)
    {
        var cells = new Dictionary<string, SheetCell>(_columns.Count, StringComparer.Ordinal);
        foreach (var (key, column) in _columns)
        {
            if (!row[column.Index].IsEmpty) cells[key] = row[column.Index];
        }

        return cells;
    }

    /// <summary>Reads one row by itself, from its kept cells; it may hold fields that the list has no column for.</summary>
    public ReadRow ReadAlone(int number, IReadOnlyDictionary<string, SheetCell> cells)
    {
        var columns = Header.Columns.ToList();
        foreach (var key in cells.Keys.Where(key => !_columns.ContainsKey(key)))
            columns.Add(new ColumnGuess(columns.Count, key, key, 1, "typed", key == "originalValueFen" ? ColumnTransform.TenThousandYuan : null));
        var row = new SheetCell[columns.Count];
        foreach (var column in columns.Where(column => column.FieldKey is not null))
            row[column.ColumnIndex] = cells.GetValueOrDefault(column.FieldKey!);
        return new RecordReading(columns, [], _sample, [], _today).Read(new SheetRow(number, row));
    }
}
