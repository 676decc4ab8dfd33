using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

internal enum DatePrecision
{
    Day,
    Month,
    Year,
}

/// <summary>A date with how exactly it was written; month and year stand for their first day.</summary>
internal sealed record ReadDate(DateOnly Date, DatePrecision Precision);

/// <summary>How a column writes 2013.1: as January, or as an October that lost its zero when it was taken for a number.</summary>
internal sealed record DateColumn(bool PadsMonths, bool KeepsTens)
{
    public static DateColumn Unknown { get; } = new(PadsMonths: false, KeepsTens: false);
}

/// <summary>Reads dates in every way lists write them: 2013.5, 2013年5月, 20130501, 13.5.1, the spreadsheet's own serial numbers.</summary>
internal static partial class DateReading
{
    private const int LongestDate = 64;

    private static readonly int Oldest = RecordRules.Earliest.Year;

    public static DateColumn ColumnStyle(IEnumerable<SheetCell> cells)
    {
        var pads = false;
        var keeps = false;
        foreach (var cell in cells)
        {
            var match = YearMonth().Match(cell.Text.Length > LongestDate ? "" : TextCleaning.HalfWidth(cell.Text));
            if (!match.Success)
                continue;
            pads |= match.Groups["month"].Value is ['0', _];
            keeps |= match.Groups["month"].Value is "10";
        }

        return new(pads, keeps);
    }

    public static Reading<ReadDate> Read(SheetCell cell, DateColumn column, DateOnly today)
    {
        if (cell.IsEmpty || MoneyReading.IsBlank(cell.Text))
            return Reading<ReadDate>.Nothing;
        if (cell.Date is { } typed)
            return Checked(DateOnly.FromDateTime(typed), DatePrecision.Day, today);
        if (cell.Exact is { } number)
            return ReadNumber(number, cell.Text, column, today);
        return cell.Kind == SheetCellKind.Text && cell.Text.Length <= LongestDate
            ? ReadText(TextCleaning.HalfWidth(cell.Text), isNumber: false, column, today)
            : Reading<ReadDate>.Fault(ValueFault.Error("date.unreadable"));
    }

    private static Reading<ReadDate> ReadNumber(decimal number, string shown, DateColumn column, DateOnly today)
    {
        // Serials of 1954 to 2064; below them stand years, above them months and days written together.
        if (number is >= 20_000 and < 60_000)
            return Checked(DateOnly.FromDateTime(DateTime.FromOADate((double)decimal.Floor(number))), DatePrecision.Day, today);
        var plain = number.ToString("0.####", CultureInfo.InvariantCulture);
        return ReadText(shown.Length > 0 && shown.All(c => char.IsAsciiDigit(c) || c == '.') ? shown : plain, isNumber: true, column, today);
    }

    private static Reading<ReadDate> ReadText(string text, bool isNumber, DateColumn column, DateOnly today)
    {
        text = ChineseDigits(text);
        if (YearMonthDay().Match(text) is { Success: true } day)
            return FromParts(day, DatePrecision.Day, today);
        if (Together().Match(text) is { Success: true } packed)
            return FromParts(packed, packed.Groups["day"].Success ? DatePrecision.Day : DatePrecision.Month, today);
        if (YearMonth().Match(text) is { Success: true } month)
            return FromYearMonth(month, isNumber, column, today);
        if (YearOnly().Match(text) is { Success: true } year)
            return FromParts(year, DatePrecision.Year, today);
        if (ShortYear().Match(text) is { Success: true } brief)
            return FromShortYear(brief, today);
        if (DayFirst().Match(text) is { Success: true } other)
            return FromDayFirst(other, today);
        // Text that holds a serial number: a csv saved from an unformatted column.
        if (text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= 20_000 and < 60_000)
            return Checked(DateOnly.FromDateTime(DateTime.FromOADate(serial)), DatePrecision.Day, today);
        return DateTime.TryParseExact(text, EnglishFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var english)
            ? Checked(DateOnly.FromDateTime(english), text.Any(char.IsAsciiDigit) && EnglishDay().IsMatch(text) ? DatePrecision.Day : DatePrecision.Month, today)
            : Reading<ReadDate>.Fault(ValueFault.Error("date.unreadable"));
    }

    private static readonly string[] EnglishFormats =
        ["MMM yyyy", "MMMM yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "d-MMM-yyyy", "d-MMM-yy", "MMM-yy", "MMM-yyyy", "ddd MMM d HH:mm:ss yyyy"];

    private static Reading<ReadDate> FromYearMonth(Match match, bool isNumber, DateColumn column, DateOnly today)
    {
        var written = match.Groups["month"].Value;
        var dotted = match.Groups["dot"].Value == ".";
        if (written == "1" && dotted && (isNumber || !column.KeepsTens))
        {
            // 2013.10 typed into a number cell becomes 2013.1.
            var year = Number(match, "year");
            var month = column.PadsMonths ? 10 : 1;
            var other = column.PadsMonths ? 1 : 10;
            var read = FromParts(year, month, 1, DatePrecision.Month, today);
            return read.Value is null
                ? read
                : read with { Faults = [.. read.Faults, new ValueFault("date.month-ambiguous", FaultSeverity.Warning, [$"{year}-{month:00}", $"{year}-{other:00}"], $"{year}-{month:00}")] };
        }

        return FromParts(match, DatePrecision.Month, today);
    }

    private static Reading<ReadDate> FromShortYear(Match match, DateOnly today)
    {
        var brief = Number(match, "year");
        var year = brief + (brief <= (today.Year % 100) + 1 ? today.Year / 100 * 100 : (today.Year / 100 * 100) - 100);
        var read = FromParts(year, Number(match, "month"), Number(match, "day"), DatePrecision.Day, today);
        return read.Value is { } date
            ? read with { Faults = [.. read.Faults, ValueFault.Warning("date.two-digit-year", Iso(date.Date))] }
            : read;
    }

    // 05/01/2013 is May to some and January to others; 25/12/2013 is not.
    private static Reading<ReadDate> FromDayFirst(Match match, DateOnly today)
    {
        var (first, second, year) = (Number(match, "first"), Number(match, "second"), Number(match, "year"));
        if (first <= 12 && second <= 12 && first != second)
            return Reading<ReadDate>.Fault(new ValueFault("date.order-ambiguous", FaultSeverity.Error, [$"{year}-{first:00}-{second:00}", $"{year}-{second:00}-{first:00}"]));
        return first > 12
            ? FromParts(year, second, first, DatePrecision.Day, today)
            : FromParts(year, first, second, DatePrecision.Day, today);
    }

    private static Reading<ReadDate> FromParts(Match match, DatePrecision precision, DateOnly today) =>
        FromParts(Number(match, "year"), precision == DatePrecision.Year ? 1 : Number(match, "month"), precision == DatePrecision.Day ? Number(match, "day") : 1, precision, today);

    private static Reading<ReadDate> FromParts(int year, int month, int day, DatePrecision precision, DateOnly today)
    {
        if (year < Oldest || year > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return Reading<ReadDate>.Fault(ValueFault.Error("date.impossible"));
        return Checked(new DateOnly(year, month, day), precision, today);
    }

    private static Reading<ReadDate> Checked(DateOnly date, DatePrecision precision, DateOnly today)
    {
        if (date.Year < Oldest)
            return Reading<ReadDate>.Fault(ValueFault.Error("date.impossible"));
        if (date > today)
            return Reading<ReadDate>.Fault(ValueFault.Error("date.future", Iso(date)));
        var faults = new List<ValueFault>();
        if (precision == DatePrecision.Month)
            faults.Add(new ValueFault("date.month-only", FaultSeverity.Warning, [], Iso(date)));
        if (precision == DatePrecision.Year)
            faults.Add(new ValueFault("date.year-only", FaultSeverity.Warning, [], Iso(date)));
        return new(new ReadDate(date, precision), faults);
    }

    private static string ChineseDigits(string text)
    {
        if (!text.AsSpan().ContainsAny("〇零一二三四五六七八九十"))
            return text;
        text = TeenOrTen().Replace(text, m => (m.Groups["tens"].Value is "" ? "1" : m.Groups["tens"].Value) + (m.Groups["ones"].Value is "" ? "0" : m.Groups["ones"].Value));
        return string.Concat(text.Select(c => "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c == '零' ? '0' : c));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private const string TimeTail = @"(?:\s*T?\s*\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?)?(?:\s*[AP]M)?(?:Z|[+-]\d\d:?\d\d)?)?";

    [GeneratedRegex(@"^(?<year>(?:19|20)\d\d)\s*[-/.,年\s]\s*(?<month>\d{1,2})\s*[-/.,月\s]\s*(?<day>\d{1,2})\s*[日号.]?" + TimeTail + "$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"^(?<year>(?:19|20)\d\d)(?<month>0[1-9]|1[0-2])(?<day>\d\d)?" + TimeTail + "$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Together();

    [GeneratedRegex(@"^(?<year>(?:19|20)\d\d)\s*(?<dot>[-/.,年])\s*(?<month>\d{1,2})\s*月?份?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^(?<year>(?:19|20)\d\d)\s*年?度?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearOnly();

    [GeneratedRegex(@"^'?(?<year>\d\d)\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*日?" + TimeTail + "$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"^(?<first>\d{1,2})[-/.](?<second>\d{1,2})[-/.](?<year>(?:19|20)\d\d)" + TimeTail + "$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^\d{1,2}[ -]|\d{1,2},? \d{4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishDay();

    [GeneratedRegex(@"(?<=[年月])(?<tens>[二三]?)十(?<ones>[一二三四五六七八九]?)(?=[月日])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TeenOrTen();
}
