using System.Text.RegularExpressions;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>All cards of a package, and what was wrong with others.</summary>
internal sealed record ReadPackage(IReadOnlyList<ReadCard> Cards, IReadOnlyList<CardFault> Faults, int Refused, IReadOnlyList<ReadSheet> Sheets, IReadOnlyList<string> LeftOut);

/// <summary>
/// Reads the cards of a package by the machinery of lists of instruments (I-9): headings in whatever dress, values in 元 or 万元, dates as they
/// come. Every sheet that has cards is read, the others are named.
/// </summary>
internal sealed partial class PackageReading(SheetPackage package, MoneyUnit? said, DateOnly today)
{
    public const int MostCards = 50_000;

    const int ShownFaults = 200;
    const int LongestNumber = 50;
    const int LongestText = 100;

    readonly Dictionary<string, ReadCard> _cards = new(StringComparer.Ordinal);
    readonly List<CardFault> _faults = [];
    readonly List<ReadSheet> _sheets = [];
    readonly List<string> _leftOut = [.. package.LeftOut];
    readonly RecordRules _rules = new(() => today);
    int _refused;

    public ReadPackage Read()
    {
        IReadOnlyList<string>? missing = null;
        foreach (var (name, book) in package.Books)
        {
            foreach (var sheet in book.Sheets)
            {
                var columns = sheet.Hidden ? null : CardColumns.Of([.. sheet.Rows().Take(ImportInspection.LookedAt)], sheet.Merges, said);
                if (columns is { Missing.Count: 0 })
                {
                    Read(name, sheet, columns);
                    continue;
                }

                _leftOut.Add(sheet.Name.Length > 0 ? $"{name} · {sheet.Name}" : name);
                if (columns is not null && (missing is null || columns.Missing.Count < missing.Count)) missing = columns.Missing;
            }
        }

        if (_sheets.Count == 0) throw AssetProblems.ColumnsMissing(missing ?? [CardColumns.CardNumber, "nameZh", "originalValueFen"]);
        return new ReadPackage([.. _cards.Values], _faults, _refused, _sheets, [.. _leftOut.Take(ShownFaults)]);
    }

    void Read(string file, Sheet sheet, CardColumns columns)
    {
        var sample = sheet.Rows().Where(row => row.Number > columns.Header.LastRow).Take(ReadingPlan.SampledRows).ToList();
        var reading = new RecordReading(columns.Record, columns.Header.TitleLines, sample, sheet.Merges, today);
        var kinds = new RowClassification(columns.Header);
        var before = _cards.Count;
        foreach (var row in sheet.Rows().Where(row => row.Number > columns.Header.LastRow))
        {
            if (kinds.Classify(row) == RowKind.Data) Take(reading.Read(row), columns, file, sheet.Name);
        }

        _sheets.Add(new ReadSheet(file, sheet.Name, _cards.Count - before, columns.Shown, reading.Money.Unit, reading.Money.DoubtfulUnit));
    }

    void Take(ReadRow read, CardColumns columns, string file, string sheet)
    {
        var record = RecordRules.Tidy(read.Record);
        var number = columns.Has(CardColumns.CardNumber) ? columns.Text(read.Row, CardColumns.CardNumber, LongestNumber + 1) : record.AssetNumber;
        string? Wrong() => number is null ? "card.number-missing"
            : number.Length > LongestNumber ? "card.number-too-long"
            : columns.LostDigits(read) ? "code.digits-lost"
            : record.NameZh is null ? "card.name-missing"
            : record.OriginalValueFen is null or < 0 or > RecordRules.HighestValueFen ? "card.value-missing"
            : null;
        void Note(string code, FaultSeverity severity, string content)
        {
            if (severity == FaultSeverity.Error) _refused++;
            if (_faults.Count < ShownFaults) _faults.Add(new CardFault(code, severity, file, sheet, read.Number, content.Length > 200 ? content[..200] : content));
        }

        if (Wrong() is { } wrong)
        {
            Note(wrong, FaultSeverity.Error, number ?? record.NameZh ?? "");
            return;
        }

        var card = new ReadCard(
            number!, Valid(record), columns.Text(read.Row, CardColumns.Supplier, LongestText), columns.Text(read.Row, CardColumns.Voucher, LongestText),
            columns.Text(read.Row, CardColumns.Contract, LongestText), columns.Text(read.Row, CardColumns.AssetClass, LongestText),
            columns.Text(read.Row, CardColumns.Standing, LongestText), file, sheet, read.Number);
        if (!_cards.TryAdd(number!, card))
        {
            // The same line in two lists of a package is one card; two cards of one number are nobody's.
            if (RecordJson.Write(_cards[number!].Record) != RecordJson.Write(card.Record)) Note("card.repeated", FaultSeverity.Error, number!);
            return;
        }

        if (_cards.Count > MostCards) throw AssetProblems.TooManyCards(MostCards);
        if (read.Faults.Any(fault => fault.Code == "quantity.several")) Note("card.several", FaultSeverity.Warning, number!);
    }

    // A card's further fields are a help for the draft: what no record may hold is left out of it.
    InstrumentRecord Valid(InstrumentRecord record)
    {
        foreach (var failure in _rules.Validate(record).Errors)
        {
            var key = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(failure.PropertyName.Split('[')[0]);
            if (InstrumentFields.Find(key) is { } field && key is not ("nameZh" or "originalValueFen"))
                field.Write(record, field.Property.PropertyType == typeof(List<string>) ? new List<string>() : field.Property.PropertyType == typeof(List<FundingSource>) ? new List<FundingSource>() : null);
        }

        // Until when customs supervise, no card says.
        record.CustomsSupervised = null;
        return record;
    }

    /// <summary>Buildings, vehicles, furniture, books, animals: by the code of GB/T 14885 (2010 or 2022) or by its words.</summary>
    public static bool IsOtherThanEquipment(string? assetClass) => assetClass is not null && (OtherCode().IsMatch(assetClass) || OtherWords().IsMatch(assetClass));

    public static bool IsDisposed(string? standing) => standing is not null && Gone().IsMatch(standing);

    [GeneratedRegex(@"^(?:[1456]\d{6}|203\d{4}|A0[1345678]\d*|A0203\d*)(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherCode();

    [GeneratedRegex(@"^[\W\d]*(?:土地|海域|房屋|构筑物|车辆|家具|图书|文物|陈列品|被服|特种用途|特种动植物|无形资产)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherWords();

    [GeneratedRegex("已处置|已报废|已核销|已注销|已调出|已出售|已捐赠", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gone();
}
