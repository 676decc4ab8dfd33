using System.Globalization;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>What a first look at a file tells: its sheets, where the header stands, and what the columns are taken for.</summary>
internal static class ImportInspection
{
    /// <summary>Rows that a header is looked for and columns are judged by.</summary>
    public const int LookedAt = 200;

    /// <summary>A workbook has its list on one of its first sheets.</summary>
    const int SheetsLookedAt = 10;

    /// <param name="rowsCounted">Rows are counted as far as decides whether the list is a long one.</param>
    public static List<ImportSheet> SheetsOf(SheetBook book, int rowsCounted) =>
        [.. book.Sheets.Select(sheet => new ImportSheet(sheet.Name, sheet.Rows().Take(rowsCounted).Count(), sheet.Hidden))];

    /// <summary>The sheet whose header is understood best.</summary>
    public static (ImportMapping Mapping, string Signature) Guess(SheetBook book)
    {
        var shown = book.Sheets.Where(sheet => !sheet.Hidden).ToList();
        return (shown.Count > 0 ? shown : [.. book.Sheets]).Take(SheetsLookedAt)
            .Select(sheet => Guess(sheet, header: null))
            .MaxBy(guess => guess.Mapping.Columns.Sum(column => column.FieldKey is null ? 0 : column.Confidence));
    }

    /// <param name="header">The header's first and last row where somebody has said so; 0 and 0 where there is none.</param>
    public static (ImportMapping Mapping, string Signature) Guess(Sheet sheet, (int First, int Last)? header)
    {
        var rows = sheet.Rows().Take(LookedAt).ToList();
        var guess = HeaderRecognition.Recognise(rows, sheet.Merges, header);
        var data = rows.Where(row => row.Number > guess.LastRow).ToList();
        var mapping = new ImportMapping
        {
            Sheet = sheet.Name,
            HeaderFirst = guess.HeaderRows.Count > 0 ? guess.HeaderRows[0] : 0,
            HeaderLast = guess.LastRow,
            Columns = [.. guess.Columns.Select(column => Column(column, data))],
        };
        return (mapping, guess.Signature);
    }

    /// <summary>The guess with what somebody says of its columns.</summary>
    public static ImportMapping Correct(Sheet sheet, ImportMapping guess, IReadOnlyList<MappedColumn> said)
    {
        var bySaying = said.ToDictionary(column => column.Index);
        return guess with { Columns = [.. guess.Columns.Select(column => bySaying.TryGetValue(column.Index, out var one) ? Correct(sheet, guess, column, one) : column)] };
    }

    /// <summary>A mapping that was corrected once, for a new list of the same shape; null where the list is another one after all.</summary>
    public static ImportMapping? Recall(SheetBook book, ImportMapping corrected)
    {
        if (book.Sheets.FirstOrDefault(sheet => sheet.Name == corrected.Sheet) is not { } sheet) return null;
        var (guess, _) = Guess(sheet, (corrected.HeaderFirst, corrected.HeaderLast));
        var alike = guess.Columns.Select(column => ColumnTitles.Normalise(column.Title)).SequenceEqual(corrected.Columns.Select(column => ColumnTitles.Normalise(column.Title)), StringComparer.Ordinal);
        return alike ? Correct(sheet, guess, [.. corrected.Columns.Select(column => new MappedColumn(column.Index, column.FieldKey, column.MoneyUnit))]) : null;
    }

    static ImportColumn Correct(Sheet sheet, ImportMapping guess, ImportColumn column, MappedColumn said)
    {
        var key = said.FieldKey;
        MoneyUnit? unit = key != "originalValueFen" ? null : said.MoneyUnit ?? column.MoneyUnit
            ?? MoneyReading.ColumnUnit(column.Title, [], sheet.Rows().Take(LookedAt).Where(row => row.Number > guess.HeaderLast).Select(row => row[column.Index])).Unit;
        if (key == column.FieldKey) return column with { MoneyUnit = unit };
        var transform = ColumnTitles.Match(column.Title).FirstOrDefault(match => match.FieldKey == key)?.Transform;
        return column with
        {
            FieldKey = key,
            Confidence = 1,
            Reason = "chosen",
            MoneyUnit = unit,
            Transform = transform is ColumnTransform.MakerModel or ColumnTransform.NameModel ? transform : null,
        };
    }

    static ImportColumn Column(ColumnGuess guess, List<SheetRow> data)
    {
        var samples = data.Select(row => row[guess.ColumnIndex].Text.Trim()).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Take(3)
            .Select(text => text.Length > 60 ? text[..60] : text);
        var field = guess.FieldKey is ColumnTitles.Ignored ? null : guess.FieldKey;
        return new ImportColumn(guess.ColumnIndex, Letter(guess.ColumnIndex), guess.Title, [.. samples], field, guess.Confidence, guess.Reason,
            guess.Transform switch { ColumnTransform.Yuan => MoneyUnit.Yuan, ColumnTransform.TenThousandYuan => MoneyUnit.TenThousandYuan, _ => null },
            guess.Transform is ColumnTransform.MakerModel or ColumnTransform.NameModel ? guess.Transform : null,
            [.. ColumnTitles.Match(guess.Title).Select(match => match.FieldKey).Where(key => key != field && key != ColumnTitles.Ignored).Take(4)]);
    }

    /// <summary>A, B, … Z, AA: as the spreadsheet shows it.</summary>
    static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString(CultureInfo.InvariantCulture) : Letter(index / 26 - 1) + Letter(index % 26);
}
