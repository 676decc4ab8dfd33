using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>A row read as an instrument, as far as it could be, and all that is wrong or doubtful about it.</summary>
/// <param name="Row">The row as it was read, with what merged cells say of it.</param>
internal sealed record ReadRow(SheetRow Row, InstrumentRecord Record, string? UnitName, string? UnitCreditCode, IReadOnlyList<RowFault> Faults)
{
    public int Number => Row.Number;
}

/// <summary>
/// Reads rows by a mapping, guessed or corrected. What depends on a whole column (the unit of money, how months are padded) is
/// settled once from a sample. Rows go through it in order.
/// </summary>
internal sealed partial class RecordReading
{
    // One merged cell over several rows says the same of each of them here; a merged price or number does not.
    private static readonly HashSet<string> SharedByMergedRows = new(StringComparer.Ordinal)
    {
        "department", "regionCode", "street", "contactName", "contactPhone", "contactEmail", "contactAddress", "postcode", "classCode", "originCountry", "manufacturer", "bookedOn",
        ColumnTitles.UnitName, ColumnTitles.UnitCreditCode, ColumnTitles.Province, ColumnTitles.City,
    };

    private readonly List<ColumnGuess> columns;
    private readonly MoneyColumn money;
    private readonly Dictionary<int, DateColumn> dates;
    private readonly Remembered<Reading<string>> classes = new();
    private readonly Remembered<Reading<string>> countries = new();
    private readonly Remembered<Reading<string>> places = new();
    private readonly Remembered<Reading<List<string>>> disciplines = new();
    private readonly Remembered<Reading<List<FundingSource>>> fundings = new();
    private readonly Remembered<MakerModel> makers = new();
    private readonly MergedCells merged;
    private readonly HashSet<string> given;
    private readonly DateOnly today;

    /// <param name="columns">The mapping.</param>
    /// <param name="titleLines">Lines above the header, which may name the unit of money.</param>
    /// <param name="sample">Data rows to settle the columns by.</param>
    /// <param name="merges">Merged cells of the sheet.</param>
    /// <param name="today">No instrument was booked later.</param>
    public RecordReading(
        IEnumerable<ColumnGuess> columns, IReadOnlyList<string> titleLines, IReadOnlyList<SheetRow> sample, IReadOnlyList<SheetRange> merges, DateOnly today)
    {
        // The name first: it tells which class is likely.
        this.columns = [.. columns.Where(c => c.FieldKey is not (null or ColumnTitles.Ignored)).OrderBy(c => c.FieldKey == "nameZh" ? 0 : 1)];
        this.today = today;
        given = this.columns.Select(c => c.FieldKey!).ToHashSet(StringComparer.Ordinal);
        merged = new(merges, this.columns.Select(c => c.ColumnIndex));
        dates = this.columns.Where(c => InstrumentFields.Find(c.FieldKey!)?.Kind == FieldKind.Date)
            .ToDictionary(c => c.ColumnIndex, c => DateReading.ColumnStyle(sample.Select(r => r[c.ColumnIndex])));
        money = MoneyOf(this.columns.Find(c => c.FieldKey == "originalValueFen"), titleLines, sample);
    }

    /// <summary>The unit of money as it was settled, to be shown.</summary>
    public MoneyColumn Money => money;

    public ReadRow Read(SheetRow row)
    {
        var into = new RowInto(row.Number);
        if (!merged.None)
            row = WithMerged(row, into);
        foreach (var column in columns)
            ReadCell(row[column.ColumnIndex], column, into);
        into.ReadPlace(places);
        return new(row, into.Record, into.UnitName, into.UnitCreditCode, into.Faults);
    }

    private static MoneyColumn MoneyOf(ColumnGuess? column, IReadOnlyList<string> titleLines, IReadOnlyList<SheetRow> sample)
    {
        if (column is null)
            return new(MoneyUnit.TenThousandYuan, 0, "default", null);
        var cells = sample.Select(r => r[column.ColumnIndex]).ToList();
        var found = MoneyReading.ColumnUnit(column.Title, titleLines, cells);
        var chosen = column.Transform switch
        {
            ColumnTransform.Yuan => MoneyUnit.Yuan,
            ColumnTransform.TenThousandYuan => MoneyUnit.TenThousandYuan,
            _ => found.Unit,
        };
        // The user's word stands above the guess; the middle value follows it.
        return chosen == found.Unit ? found : MoneyReading.ColumnUnit(chosen == MoneyUnit.Yuan ? "元" : "万元", [], cells) with { Reason = "chosen", DoubtfulUnit = false };
    }

    private SheetRow WithMerged(SheetRow row, RowInto into)
    {
        SheetCell[]? cells = null;
        foreach (var column in columns)
        {
            if (merged.Above(row, column.ColumnIndex) is not { } above)
                continue;
            if (!SharedByMergedRows.Contains(column.FieldKey!))
            {
                into.Add(column, above.Cell.Text, ValueFault.Warning("cell.merged", above.Row.ToString(CultureInfo.InvariantCulture)));
                continue;
            }

            cells ??= [.. row.Cells, .. Enumerable.Repeat(default(SheetCell), Math.Max(0, columns.Max(c => c.ColumnIndex) + 1 - row.Cells.Length))];
            cells[column.ColumnIndex] = above.Cell;
        }

        return cells is null ? row : row with { Cells = cells };
    }

    private void ReadCell(SheetCell cell, ColumnGuess column, RowInto into)
    {
        if (cell.IsEmpty)
            return;
        if (cell.Kind == SheetCellKind.Error)
        {
            into.Add(column, cell.Text, ValueFault.Error("cell.error", cell.Text));
            return;
        }

        if (cell.Kind == SheetCellKind.Text && TextCleaning.IsUnreadable(cell.Text))
            into.Add(column, cell.Text, ValueFault.Warning("text.unreadable"));
        if (column.Transform is ColumnTransform.MakerModel)
            ReadMakerModel(cell.Text, column, into);
        else if (column.Transform is ColumnTransform.NameModel)
            ReadNameModel(cell.Text, column, into);
        else if (InstrumentFields.Find(column.FieldKey!) is { } field)
            ReadField(field, cell, column, into);
        else
            into.ReadBeside(column, cell);
    }

    private void ReadField(RecordField field, SheetCell cell, ColumnGuess column, RowInto into)
    {
        object? value = field.Kind switch
        {
            FieldKind.Money => into.Take(column, cell, MoneyReading.Read(cell, money)),
            FieldKind.Date => into.Take(column, cell, DateReading.Read(cell, dates[column.ColumnIndex], today))?.Date,
            FieldKind.Hours => into.Take(column, cell, HoursReading.Read(cell)),
            FieldKind.Year => into.Take(column, cell, YearOf(cell)),
            FieldKind.Flag => into.Take(column, cell, TermReading.FlagOf(cell.Text)),
            FieldKind.ClassCode => into.Take(column, cell, classes.Of($"{cell.Text}\n{into.Record.NameZh}", _ => ClassCodeReading.Read(cell.Text, into.Record.NameZh))),
            FieldKind.Country => into.Take(column, cell, countries.Of(cell.Text, TermReading.CountryOf)),
            FieldKind.Discipline => into.Take(column, cell, disciplines.Of(cell.Text, TermReading.DisciplinesOf))?.ToList(),
            FieldKind.Choices => into.Take(column, cell, fundings.Of(cell.Text, TermReading.FundingsOf))?.ToList(),
            FieldKind.Choice => Choice(field.Key, cell, column, into),
            FieldKind.Region => into.Region(column, county: cell.Text),
            FieldKind.LongText => Text(field, TextCleaning.Paragraphs(cell.Text), column, cell, into),
            _ => Text(field, TextCleaning.Line(cell.Text), column, cell, into),
        };
        if (value is not null)
            field.Write(into.Record, value);
    }

    private static object? Choice(string key, SheetCell cell, ColumnGuess column, RowInto into) => key switch
    {
        "acquisition" => into.Take(column, cell, TermReading.AcquisitionOf(cell.Text)),
        "generality" => into.Take(column, cell, TermReading.GeneralityOf(cell.Text)),
        "operatingStatus" => into.Take(column, cell, TermReading.StatusOf(cell.Text)),
        "sharingMode" => into.Take(column, cell, TermReading.SharingOf(cell.Text)),
        "carrierType" => into.Take(column, cell, TermReading.CarrierOf(cell.Text)),
        _ => null,
    };

    private static string? Text(RecordField field, string text, ColumnGuess column, SheetCell cell, RowInto into)
    {
        if (MoneyReading.IsBlank(text))
            return null;
        // A spreadsheet keeps 15 digits of a number: longer numbers have lost their ends.
        if (cell.Number is >= 1e15 || (text.Length <= 24 && text.Contains('E', StringComparison.OrdinalIgnoreCase) && Scientific().IsMatch(text)))
            into.Add(column, cell.Text, ValueFault.Error("code.digits-lost"));
        if (text.Length > field.MaxLength)
        {
            into.Add(column, cell.Text, ValueFault.Error("text.too-long", field.MaxLength!.Value.ToString(CultureInfo.InvariantCulture), text.Length.ToString(CultureInfo.InvariantCulture)));
            return null;
        }

        return text;
    }

    private void ReadMakerModel(string text, ColumnGuess column, RowInto into)
    {
        var split = makers.Of(text, MakerModelSplit.Split);
        if (split.Manufacturer is not null && (column.FieldKey == "manufacturer" || !given.Contains("manufacturer")))
            into.Put("manufacturer", split.Manufacturer, column, text);
        if (split.Model is not null && (column.FieldKey == "model" || !given.Contains("model")))
            into.Put("model", split.Model, column, text);
        if (split.Country is not null && !given.Contains("originCountry"))
            into.Record.OriginCountry = split.Country;
        if (split.Confidence is > 0 and < 0.7)
            into.Add(column, text, ValueFault.Warning("split.doubtful", split.Manufacturer ?? "", split.Model ?? ""));
    }

    private void ReadNameModel(string text, ColumnGuess column, RowInto into)
    {
        var parts = NameModelSplit.Split(text);
        into.Put("nameZh", parts.Name, column, text);
        if (parts.Model is not null && !given.Contains("model"))
            into.Put("model", parts.Model, column, text);
        if (parts.Manufacturer is not null && !given.Contains("manufacturer"))
            into.Put("manufacturer", parts.Manufacturer, column, text);
        var left = new[] { parts.Room, parts.Copy, parts.Remark }.OfType<string>().ToList();
        if (left.Count > 0)
            into.Add(column, text, ValueFault.Warning("name.parts-left-out", [.. left]));
        else if (parts.Confidence < 0.7)
            into.Add(column, text, ValueFault.Warning("split.doubtful", parts.Name, parts.Model ?? ""));
    }

    private static Reading<int?> YearOf(SheetCell cell) =>
        int.TryParse(TextCleaning.HalfWidth(cell.Text).TrimEnd('年', '度'), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2100
            ? Reading<int?>.Of(year)
            : Reading<int?>.Fault(ValueFault.Error("year.unreadable"));

    [GeneratedRegex(@"^\d(?:\.\d+)?E\+\d{1,3}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Scientific();

    /// <summary>Long lists say the same thing many times; what a text means is worked out once.</summary>
    private sealed class Remembered<T>
    {
        private const int Most = 4096;

        private readonly Dictionary<string, T> known = new(StringComparer.Ordinal);

        public T Of(string text, Func<string, T> read)
        {
            if (known.TryGetValue(text, out var value))
                return value;
            value = read(text);
            if (known.Count < Most && text.Length <= 300)
                known[text] = value;
            return value;
        }
    }

    /// <summary>The record that a row fills, and its faults.</summary>
    private sealed class RowInto(int row)
    {
        private readonly List<RowFault> faults = [];
        private (ColumnGuess? Column, string? Province, string? City, string? County) place;

        public InstrumentRecord Record { get; } = new();

        public string? UnitName { get; private set; }

        public string? UnitCreditCode { get; private set; }

        public IReadOnlyList<RowFault> Faults => faults;

        public void Add(ColumnGuess column, string content, ValueFault fault) => faults.Add(fault.At(row, column, content));

        public T? Take<T>(ColumnGuess column, SheetCell cell, Reading<T> reading)
        {
            foreach (var fault in reading.Faults)
                Add(column, cell.Text, fault);
            return reading.Value;
        }

        public void Put(string fieldKey, string text, ColumnGuess column, string content)
        {
            var field = InstrumentFields.Find(fieldKey)!;
            if (text.Length > field.MaxLength)
                Add(column, content, ValueFault.Error("text.too-long", field.MaxLength.Value.ToString(CultureInfo.InvariantCulture), text.Length.ToString(CultureInfo.InvariantCulture)));
            else
                field.Write(Record, text);
        }

        public object? Region(ColumnGuess column, string? province = null, string? city = null, string? county = null)
        {
            place = (place.Column is null || county is not null ? column : place.Column, province ?? place.Province, city ?? place.City, county ?? place.County);
            return null;
        }

        public void ReadPlace(Remembered<Reading<string>> places)
        {
            if (place.Column is not { } column)
                return;
            var reading = places.Of($"{place.Province}\n{place.City}\n{place.County}", _ => TermReading.RegionOf(place.Province, place.City, place.County));
            Record.RegionCode = Take(column, SheetCell.OfText($"{place.Province}{place.City}{place.County}"), reading);
        }

        public void ReadBeside(ColumnGuess column, SheetCell cell)
        {
            var text = TextCleaning.Line(cell.Text);
            switch (column.FieldKey)
            {
                case ColumnTitles.UnitName:
                    UnitName = text;
                    break;
                case ColumnTitles.UnitCreditCode:
                    UnitCreditCode = TextCleaning.HalfWidth(cell.Text).ToUpperInvariant();
                    break;
                case ColumnTitles.Province:
                    Region(column, province: text);
                    break;
                case ColumnTitles.City:
                    Region(column, city: text);
                    break;
                case ColumnTitles.Quantity when cell.Exact is { } many ? many != 1 : Several().IsMatch(TextCleaning.HalfWidth(cell.Text)):
                    Add(column, cell.Text, ValueFault.Warning("quantity.several", text));
                    break;
            }
        }
    }

    [GeneratedRegex(@"^(?:[2-9]|\d{2,})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Several();
}
