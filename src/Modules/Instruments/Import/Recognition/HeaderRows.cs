using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>The header's rows, put together to one title a column.</summary>
internal sealed record FoundHeader(IReadOnlyList<int> Numbers, IReadOnlyList<(string Title, string? Group)> Columns)
{
    public int? First => Numbers.Count > 0 ? Numbers[0] : null;

    public int? Last => Numbers.Count > 0 ? Numbers[^1] : null;

    public string TitleAt(int column) => column < Columns.Count ? Columns[column].Title : "";

    public string? GroupAt(int column) => column < Columns.Count ? Columns[column].Group : null;
}

/// <summary>Looks for the row whose cells are titles, and for a second one above or below it.</summary>
internal sealed class HeaderRows(IReadOnlyList<SheetRow> rows, IReadOnlyList<SheetRange> merges)
{
    private const int LongestTitle = 60;

    public FoundHeader Find(int searchedRows)
    {
        if (rows.Count == 0)
            return new([], []);
        var searched = rows.TakeWhile(r => r.Number < rows[0].Number + searchedRows).ToList();
        var plain = Best(searched, IsComment, wanted: false);
        if (plain.Score >= 1.1 || (plain.Score >= 0.6 && rows[plain.Index].Cells.Length <= 2))
            return Compose(plain.Index);
        // "# id|name|model, as found": some exports name their columns in a comment.
        var comment = Best(searched, IsComment, wanted: true);
        return comment.Score >= 0.5 && comment.Score > plain.Score
            ? new([rows[comment.Index].Number], [.. CommentTitles(rows[comment.Index]).Select(t => (t, (string?)null))])
            : new([], []);
    }

    /// <summary>The header where somebody says it stands.</summary>
    public FoundHeader At(int first, int last)
    {
        var (top, bottom) = (IndexOf(first), IndexOf(last));
        return bottom < 0 ? new([], []) : Compose(top < 0 ? bottom : top, bottom);
    }

    private int IndexOf(int number) => Enumerable.Range(0, rows.Count).FirstOrDefault(i => rows[i].Number == number, -1);

    public static bool IsComment(SheetRow row) => row[0].Text.StartsWith('#');

    private (int Index, double Score) Best(List<SheetRow> searched, Func<SheetRow, bool> test, bool wanted)
    {
        var best = (Index: -1, Score: 0d);
        for (var i = 0; i < searched.Count; i++)
        {
            if (test(searched[i]) != wanted)
                continue;
            var score = Score(wanted ? CommentTitles(searched[i]) : [.. searched[i].Cells.Select(c => c.Text)], searched[i], wanted);
            if (score > best.Score)
                best = (i, score);
        }

        return best;
    }

    /// <summary>Titles known, less what only data has: numbers, dates, long texts.</summary>
    private static double Score(IReadOnlyList<string> titles, SheetRow row, bool comment)
    {
        var score = 0d;
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < titles.Count; i++)
        {
            var title = TextCleaning.Line(titles[i]);
            if (title.Length == 0)
                continue;
            if (!comment && row[i].Kind is not SheetCellKind.Text || ColumnTitles.WithoutRemarks(title).Length > LongestTitle || title.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '/'))
                score -= 0.7;
            else if (ColumnTitles.Match(title) is [var match, ..] && match.Score >= 0.6)
                score += known.Add(match.FieldKey) ? match.Score : 0.3;
            else
                score -= 0.15;
        }

        return score;
    }

    private static List<string> CommentTitles(SheetRow row)
    {
        var titles = row.Cells.Select(c => c.Text.TrimStart('#').Trim()).ToList();
        // What follows a comma or semicolon in the last cell is the comment itself.
        var cut = titles[^1].IndexOfAny([',', ';', '，', '；', '。']);
        if (cut > 0)
            titles[^1] = titles[^1][..cut].Trim();
        return titles;
    }

    private FoundHeader Compose(int index)
    {
        var top = index > 0 && IsGroupRow(rows[index - 1], rows[index]) ? index - 1 : index;
        var bottom = top == index && index + 1 < rows.Count && IsSubRow(rows[index], rows[index + 1]) ? index + 1 : index;
        return Compose(top, bottom);
    }

    private FoundHeader Compose(int top, int bottom)
    {
        var width = Math.Max(rows[top].Cells.Length, rows[bottom].Cells.Length);
        var columns = new List<(string, string?)>();
        var group = "";
        for (var column = 0; column < width; column++)
        {
            var lower = TextCleaning.Line(rows[bottom][column].Text);
            if (top == bottom)
            {
                columns.Add((lower, null));
                continue;
            }

            var upper = TextCleaning.Line(Effective(rows[top], column).Text);
            // Without merges a group's title stands over its first column only.
            if (upper.Length > 0 || lower.Length == 0)
                group = upper;
            columns.Add(lower.Length > 0 ? (lower, group.Length > 0 && !string.Equals(group, lower, StringComparison.Ordinal) ? group : null) : (upper, null));
        }

        int[] numbers = top == bottom ? [rows[top].Number] : [rows[top].Number, rows[bottom].Number];
        return new(numbers, columns);
    }

    /// <summary>The cell itself, or the first of the merged block it lies in.</summary>
    private SheetCell Effective(SheetRow row, int column)
    {
        if (!row[column].IsEmpty)
            return row[column];
        foreach (var merge in merges)
        {
            if (merge.Contains(row.Number, column))
                return rows.FirstOrDefault(r => r.Number == merge.FirstRow)?[merge.FirstColumn] ?? default;
        }

        return default;
    }

    /// <summary>Group titles 组标题 stand above gaps or wide merged cells; a list's name stands alone, and 单位：万元 has a colon.</summary>
    private bool IsGroupRow(SheetRow above, SheetRow below)
    {
        if (above.Number != below.Number - 1 || IsComment(above))
            return false;
        var filled = Filled(above);
        if (filled.Count == 0 || filled.Exists(c => !IsTitle(above[c]) || above[c].Text.AsSpan().IndexOfAny(":：") >= 0))
            return false;
        var width = Math.Max(above.Cells.Length, below.Cells.Length);
        if (filled.Count == 1)
            return Merge(above, filled[0]) is { } only && only.LastColumn > only.FirstColumn && (only.LastColumn - only.FirstColumn + 1) < width * 0.6;
        var spans = filled.Exists(c => Merge(above, c) is { } m && m.LastColumn > m.FirstColumn);
        var gaps = Enumerable.Range(0, width).Count(c => above[c].IsEmpty && !below[c].IsEmpty);
        return spans || gaps > 0;
    }

    private bool IsSubRow(SheetRow header, SheetRow below)
    {
        if (below.Number != header.Number + 1)
            return false;
        var filled = Filled(below);
        if (filled.Count < 2 || filled.Exists(c => !IsTitle(below[c])))
            return false;
        var underGroups = filled.Count(c => header[c].IsEmpty || (Merge(header, c) is { } m && m.LastColumn > m.FirstColumn) || (header[c + 1].IsEmpty && !below[c + 1].IsEmpty));
        if (underGroups < filled.Count || !filled.Exists(c => header[c].IsEmpty))
            return false;
        var known = filled.Count(c => ColumnTitles.Match(TextCleaning.Line(below[c].Text)) is [{ Score: >= 0.6 }, ..]
            || ColumnTitles.Match($"{Effective(header, c).Text}-{below[c].Text}") is [{ Score: >= 0.6 }, ..]);
        return known * 2 >= filled.Count;
    }

    private SheetRange? Merge(SheetRow row, int column) =>
        merges.Where(m => m.Contains(row.Number, column)).Select(m => (SheetRange?)m).FirstOrDefault();

    private static List<int> Filled(SheetRow row) =>
        [.. Enumerable.Range(0, row.Cells.Length).Where(c => TextCleaning.Line(row[c].Text).Length > 0)];

    private static bool IsTitle(SheetCell cell) =>
        cell.Kind == SheetCellKind.Text && ColumnTitles.WithoutRemarks(cell.Text).Length <= LongestTitle && !cell.Text.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '/');
}
