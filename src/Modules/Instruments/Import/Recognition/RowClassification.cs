using System.Text.RegularExpressions;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>What a row below the header is; all but data is told to the user and not taken over.</summary>
internal enum RowKind
{
    Data,

    /// <summary>Cells of spaces only.</summary>
    Blank,

    /// <summary>合计, 总计, 小计.</summary>
    Total,

    /// <summary>The header once more, at a page's top.</summary>
    RepeatedHeader,

    /// <summary>A line that names the part of the list that follows.</summary>
    Section,

    /// <summary>注, 说明, 备注 at the end.</summary>
    Remark,

    /// <summary>填表人, 审核人, 单位盖章.</summary>
    Signature,

    /// <summary>A comment line of an export (#).</summary>
    Comment,

    /// <summary>Another table below this one.</summary>
    AnotherTable,
}

/// <summary>Tells instruments from the rows between and below them. Rows go through it in order.</summary>
internal sealed partial class RowClassification(HeaderGuess header)
{
    private readonly HashSet<string>[] titles = [.. header.Columns.Select(c => TitlesOf(c.Title))];
    private readonly int nameColumn = header.ColumnOf("nameZh")?.ColumnIndex ?? -1;
    private int previous;
    private bool ended;
    private bool elsewhere;

    public RowKind Classify(SheetRow row)
    {
        var gap = previous > 0 && row.Number > previous + 1;
        previous = row.Number;
        var kind = Kind(row, gap);
        ended |= kind is RowKind.Remark or RowKind.Signature;
        return kind;
    }

    private RowKind Kind(SheetRow row, bool gap)
    {
        var columns = Filled(row);
        if (columns.Count == 0)
            return RowKind.Blank;
        if (HeaderRows.IsComment(row))
            return RowKind.Comment;
        // A full row is an instrument or the header once more; only rows with gaps need a closer look.
        var few = columns.Count <= 8;
        var filled = columns.Take(few ? 8 : 3).Select(c => (Column: c, Text: Beginning(row[c].Text))).ToList();
        if (IsTotal(filled, columns.Count))
            return RowKind.Total;
        if (IsRepeatedHeader(row, columns))
            return RowKind.RepeatedHeader;
        if (!few)
            return RowKind.Data;
        var first = filled[0].Text;
        var bare = first.Replace(" ", "", StringComparison.Ordinal);
        if (Signature().IsMatch(string.Join(' ', filled.Select(f => f.Text.Length > 100 ? f.Text[..100] : f.Text))) && !HasName(row))
            return RowKind.Signature;
        if (filled.Count <= 2 && Remark().IsMatch(bare))
            return RowKind.Remark;
        // Numbered lines go on below a remark.
        if (ended && filled.Count <= 2 && (first.Length > 15 || NumberedLine().IsMatch(first)))
            return RowKind.Remark;
        if (IsElsewhere(filled, gap))
            return RowKind.AnotherTable;
        if (filled.Count == 1 && header.Columns.Count > 3 && filled[0].Column != nameColumn && first.Any(TextCleaning.IsHan))
            return first.Length > 40 ? RowKind.Remark : RowKind.Section;
        return RowKind.Data;
    }

    private static List<int> Filled(SheetRow row)
    {
        var columns = new List<int>(row.Cells.Length);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (!row[i].IsEmpty && (row[i].Kind != SheetCellKind.Text || TextCleaning.HasText(row[i].Text)))
                columns.Add(i);
        }

        return columns;
    }

    private static string Beginning(string text) => TextCleaning.Line(text.Length > 500 ? text[..500] : text);

    private bool IsRepeatedHeader(SheetRow row, List<int> columns)
    {
        if (columns.Count < 2 || !columns.Take(3).Any(IsTitle))
            return false;
        return columns.Count(IsTitle) * 10 >= columns.Count * 6;

        bool IsTitle(int column) => column < titles.Length && row[column].Kind == SheetCellKind.Text && row[column].Text.Length < 100
            && titles[column].Contains(ColumnTitles.Normalise(row[column].Text));
    }

    private bool IsTotal(List<(int Column, string Text)> filled, int count)
    {
        foreach (var (column, text) in filled.Take(3))
        {
            if (Total().IsMatch(text.Replace(" ", "", StringComparison.Ordinal)) && (column != nameColumn || count <= (header.Columns.Count / 2) + 1))
                return true;
        }

        return false;
    }

    // A second, narrower table behind a blank line: room numbers, codes explained.
    private bool IsElsewhere(List<(int Column, string Text)> filled, bool gap)
    {
        if (header.Columns.Count < 3 || filled[^1].Column >= Math.Max(2, header.Columns.Count / 2 + 1))
            return elsewhere = false;
        elsewhere |= gap && filled.Count >= 2 && filled.Count <= header.Columns.Count / 2;
        return elsewhere && filled.Count <= header.Columns.Count / 2;
    }

    private bool HasName(SheetRow row) => nameColumn >= 0 && row[nameColumn].Text.Length is > 1 and < 100 && Modular.Contracts.Vocabulary.InstrumentVocabulary.Current.KindOf(row[nameColumn].Text) is not null;

    private static HashSet<string> TitlesOf(string title) =>
        title.Length == 0 ? [] : [ColumnTitles.Normalise(title), ColumnTitles.Normalise(ColumnTitles.WithoutRemarks(title)), ColumnTitles.Normalise(title[(title.IndexOf('-', StringComparison.Ordinal) + 1)..])];

    [GeneratedRegex(@"^(?:本页|全部|以上)?(?:合计|总计|小计|共计|累计|总和|合\s*计|总数|Total|Sum|Subtotal)(?:$|[:：（(\d，,]|金额|台|件|数|原值|元)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"(?:填表人|制表人?|填报人|审核人|复核人?|经办人|单位负责人|部门负责人|负责人|盖章|签字|签章|填表日期|填报日期|制表日期|填报时间|单位公章|主管领导)(?:\s*[:：（(]|\s*$)|[（(](?:盖章|签字|签章|公章)[）)]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^(?:注意事项|填表说明|填报说明|备注|附注|说明|注|※|＊|\*注|Note|Notes|Remark)(?:\d*[:：、.．)）]|$|s?:)|^[※＊]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^[（(]?\d{1,2}[)）.、．]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberedLine();
}
