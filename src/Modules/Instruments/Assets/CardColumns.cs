using System.Collections.Frozen;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>
/// What the columns of a sheet with asset cards mean: the record's fields as every list's are recognised, and what only cards have, by its title.
/// </summary>
internal sealed class CardColumns
{
    public const string CardNumber = "cardNumber", Supplier = "supplier", Voucher = "voucher", Contract = "contract", AssetClass = "assetClass", Standing = "standing";

    static readonly FrozenDictionary<string, string> Titles = ReferenceTable.Read("card-titles", 2)
        .SelectMany(row => row[1].Split('|').Select(title => (Title: ColumnTitles.Normalise(title), Key: row[0])))
        .ToFrozenDictionary(row => row.Title, row => row.Key, StringComparer.Ordinal);

    readonly Dictionary<string, int> _own;

    CardColumns(HeaderGuess header, List<ColumnGuess> record, Dictionary<string, int> own) => (Header, Record, _own) = (header, record, own);

    public HeaderGuess Header { get; }

    public List<ColumnGuess> Record { get; }

    /// <summary>What a card cannot do without and no column gives.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. _own.ContainsKey(CardNumber) || Gives("assetNumber") ? (IEnumerable<string>)[] : [CardNumber],
        .. new[] { "nameZh", "originalValueFen" }.Where(key => !Gives(key)),
    ];

    public IReadOnlyList<ReadColumn> Shown =>
    [
        .. Record.Where(column => column.FieldKey is not (null or ColumnTitles.Ignored)).Select(column => (column.ColumnIndex, Column: new ReadColumn(column.Title, column.FieldKey!)))
            .Concat(_own.Select(own => (own.Value, new ReadColumn(Header.Columns[own.Value].Title, own.Key)))).OrderBy(column => column.Item1).Select(column => column.Item2),
    ];

    /// <param name="said">What somebody says the values are in.</param>
    public static CardColumns Of(IReadOnlyList<SheetRow> rows, IReadOnlyList<SheetRange> merges, MoneyUnit? said)
    {
        var header = HeaderRecognition.Recognise(rows, merges);
        var own = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in header.Columns)
        {
            if (KeyOf(column.Title) is { } key) own.TryAdd(key, column.ColumnIndex);
        }

        var record = header.Columns.Where(column => !own.ContainsValue(column.ColumnIndex)).ToList();
        // 卡片编号 stood for the asset number as long as it was the only number: beside it, 资产编号 is.
        if (!record.Exists(column => column.FieldKey == "assetNumber"))
        {
            var number = record.FindIndex(column => ColumnTitles.Match(column.Title) is [{ FieldKey: "assetNumber", Kind: TitleMatchKind.Exact }, ..]);
            if (number >= 0) record[number] = record[number] with { FieldKey = "assetNumber" };
        }

        if (said is { } unit)
            record = record.ConvertAll(column => column.FieldKey == "originalValueFen" ? column with { Transform = unit == MoneyUnit.Yuan ? ColumnTransform.Yuan : ColumnTransform.TenThousandYuan } : column);
        return new CardColumns(header, record, own);
    }

    public string? Text(SheetRow row, string key, int longest)
    {
        if (!_own.TryGetValue(key, out var column)) return null;
        var text = TextCleaning.Line(row[column].Text);
        return text.Length == 0 || MoneyReading.IsBlank(text) ? null : text.Length > longest ? text[..longest] : text;
    }

    /// <summary>A spreadsheet keeps 15 digits of a number: a longer one that was typed as a number has lost its end.</summary>
    public bool LostDigits(ReadRow read) => _own.TryGetValue(CardNumber, out var own)
        ? read.Row[own].Number is >= 1e15
        : read.Faults.Any(fault => fault.Code == "code.digits-lost" && Record.Exists(column => column.ColumnIndex == fault.ColumnIndex && column.FieldKey == "assetNumber"));

    public bool Has(string key) => _own.ContainsKey(key);

    bool Gives(string fieldKey) => Record.Exists(column => column.Fields.Contains(fieldKey, StringComparer.Ordinal));

    // A group's title may stand before the column's own: 基本信息-卡片编号.
    static string? KeyOf(string title)
    {
        var own = title[(title.LastIndexOf('-') + 1)..];
        return Titles.GetValueOrDefault(ColumnTitles.Normalise(own)) ?? Titles.GetValueOrDefault(ColumnTitles.Normalise(ColumnTitles.WithoutRemarks(own)));
    }
}
