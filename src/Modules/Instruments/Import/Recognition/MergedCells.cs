using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>
/// What cells merged over several rows say of the rows below their first. Rows come in order, so each column looks at one merged cell at a
/// time: a hundred thousand of them cost no more than one.
/// </summary>
internal sealed class MergedCells
{
    private readonly Dictionary<int, Queue<SheetRange>> waiting = [];
    private readonly Dictionary<int, (int Row, SheetCell Cell)> first = [];

    public MergedCells(IReadOnlyList<SheetRange> merges, IEnumerable<int> columns)
    {
        var tall = merges.Where(m => m.LastRow > m.FirstRow).OrderBy(m => m.FirstRow).ToList();
        foreach (var column in tall.Count == 0 ? [] : columns.Distinct())
        {
            var over = new Queue<SheetRange>(tall.Where(m => m.FirstColumn <= column && column <= m.LastColumn));
            if (over.Count > 0)
                waiting[column] = over;
        }
    }

    public bool None => waiting.Count == 0;

    /// <summary>The cell that the row's empty cell is merged with, and its row; null where there is none.</summary>
    public (int Row, SheetCell Cell)? Above(SheetRow row, int column)
    {
        if (!waiting.TryGetValue(column, out var ranges))
            return null;
        while (ranges.TryPeek(out var range) && range.LastRow < row.Number)
        {
            ranges.Dequeue();
            first.Remove(column);
        }

        if (!ranges.TryPeek(out var current) || !current.Contains(row.Number, column))
            return null;
        if (!row[column].IsEmpty)
            first[column] = (row.Number, row[column]);
        else if (first.TryGetValue(column, out var above))
            return above;
        return null;
    }
}
