using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

internal enum MoneyUnit
{
    /// <summary>元.</summary>
    Yuan,

    /// <summary>万元, 10 000 yuan.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("wanYuan")]
    TenThousandYuan,
}

/// <summary>The unit a column of money is in, how sure that is (0 to 1), and why; the middle value tells when a single cell falls out.</summary>
internal sealed record MoneyColumn(MoneyUnit Unit, double Confidence, string Reason, decimal? MedianYuan, bool DoubtfulUnit = false);

/// <summary>Reads original values 原值 to exact fen, in decimal arithmetic only.</summary>
internal static partial class MoneyReading
{
    private const int LongestAmount = 64;
    private const decimal LargestYuan = 100_000_000_000m;

    /// <summary>万元 or 元: what the heading says, else the lines above the table, else what instruments usually cost.</summary>
    public static MoneyColumn ColumnUnit(string title, IEnumerable<string> titleLines, IEnumerable<SheetCell> cells)
    {
        var numbers = new List<decimal>();
        var marked = new List<decimal>();
        foreach (var cell in cells)
        {
            if (Parse(cell) is not { Number: > 0 } parsed)
                continue;
            if (parsed.Unit is { } own)
                marked.Add(parsed.Number * Factor(own));
            else
                numbers.Add(parsed.Number);
        }

        var written = UnitIn(title);
        var reason = "title";
        if (written is null)
        {
            written = titleLines.Select(UnitInTitleLine).FirstOrDefault(u => u is not null);
            reason = "titleLine";
        }

        var guess = FromDistribution(numbers);
        if (written is { } unit)
        {
            var median = Median([.. numbers.Select(n => n * Factor(unit)), .. marked]);
            // 元 under a heading that says 万元 puts every value ten thousand times too high.
            var doubtful = guess is { Sure: true } other && other.Unit != unit && numbers.Count >= 3;
            return new(unit, doubtful ? 0.5 : 0.98, reason, median, doubtful);
        }

        if (numbers.Count == 0)
        {
            return marked.Count > 0
                ? new(MoneyUnit.TenThousandYuan, 0.9, "cells", Median(marked))
                : new(MoneyUnit.TenThousandYuan, 0.3, "default", null);
        }

        // Most cells write 万元, the others forgot it: 57 beside 41.9万元.
        if (marked.Count > 0 && Median(marked) is { } usual)
        {
            var plain = Median(numbers)!.Value;
            var asWan = Math.Abs(Math.Log10((double)(plain * 10_000m / usual)));
            var asYuan = Math.Abs(Math.Log10((double)(plain / usual)));
            return asWan <= asYuan
                ? new(MoneyUnit.TenThousandYuan, 0.9, "cells", usual)
                : new(MoneyUnit.Yuan, 0.85, "cells", usual);
        }

        var (likely, sure) = guess!.Value;
        return new(likely, sure ? 0.85 : 0.6, "distribution", Median([.. numbers.Select(n => n * Factor(likely))]));
    }

    /// <summary>One cell, in its own unit where it names one, else in the column's.</summary>
    public static Reading<long?> Read(SheetCell cell, MoneyColumn column)
    {
        var written = cell.Text.Trim();
        if (IsBlank(written))
            return Reading<long?>.Nothing;
        if (cell.Kind is SheetCellKind.Date or SheetCellKind.Boolean or SheetCellKind.Error)
            return Reading<long?>.Fault(ValueFault.Error("money.unreadable"));
        if (Parse(cell) is not { } parsed)
            return Reading<long?>.Fault(ForeignCurrency(written) is { } currency
                ? ValueFault.Error("money.foreign-currency", currency)
                : ValueFault.Error("money.unreadable"));
        if (parsed.Number < 0)
            return Reading<long?>.Fault(ValueFault.Error("money.negative"));

        var unit = parsed.Unit ?? column.Unit;
        var yuan = parsed.Number * Factor(unit);
        if (yuan > LargestYuan)
            return Reading<long?>.Fault(ValueFault.Error("money.too-large"));

        var faults = new List<ValueFault>();
        var fen = decimal.Round(yuan * 100m, 0, MidpointRounding.AwayFromZero);
        if (fen != yuan * 100m)
            faults.Add(ValueFault.Warning("money.rounded", Plain(fen / 100m)));
        if (yuan == 0)
            faults.Add(ValueFault.Warning("money.zero"));
        if (parsed.Approximate)
            faults.Add(ValueFault.Warning("money.approximate"));
        if (parsed.Unit is null && OutOfBand(parsed.Number, unit, column) is { } fault)
            faults.Add(fault);
        return new((long)fen, faults);
    }

    /// <summary>The unit a heading names: 价格（万元）, 单价/元.</summary>
    public static MoneyUnit? UnitIn(string title)
    {
        var text = TextCleaning.HalfWidth(title).Replace(" ", "", StringComparison.Ordinal);
        if (text.Contains("万元", StringComparison.Ordinal) || text.Contains("(万)", StringComparison.Ordinal) || text.Contains("wan", StringComparison.OrdinalIgnoreCase))
            return MoneyUnit.TenThousandYuan;
        return text.Contains('元') || text.Contains("RMB", StringComparison.OrdinalIgnoreCase) || text.Contains("CNY", StringComparison.OrdinalIgnoreCase)
            || text.Contains("yuan", StringComparison.OrdinalIgnoreCase)
            ? MoneyUnit.Yuan
            : null;
    }

    // A line above the table counts only where it speaks of a unit: 单位：万元.
    private static MoneyUnit? UnitInTitleLine(string line)
    {
        var match = UnitOfTitleLine().Match(line.Length > 1000 ? "" : TextCleaning.HalfWidth(line));
        return !match.Success ? null : match.Groups["wan"].Success ? MoneyUnit.TenThousandYuan : MoneyUnit.Yuan;
    }

    private static (MoneyUnit Unit, bool Sure)? FromDistribution(List<decimal> numbers)
    {
        if (Median(numbers) is not { } median)
            return null;
        // Large instruments 大型仪器 cost 30 to 10 000 万元, the small ones beside them from some hundred yuan on.
        return median switch
        {
            >= 50_000 => (MoneyUnit.Yuan, true),
            >= 8_000 => (MoneyUnit.Yuan, false),
            > 2_000 => numbers.Exists(n => n >= 100_000) ? (MoneyUnit.Yuan, true) : (MoneyUnit.Yuan, false),
            _ => numbers.Exists(n => n >= 200_000) ? (MoneyUnit.Yuan, false) : (MoneyUnit.TenThousandYuan, true),
        };
    }

    /// <summary>A value ten thousand times away from the others was most likely typed in the other unit.</summary>
    private static ValueFault? OutOfBand(decimal number, MoneyUnit unit, MoneyColumn column)
    {
        if (column.MedianYuan is not { } median || median <= 0 || number <= 0)
            return null;
        var yuan = number * Factor(unit);
        var other = unit == MoneyUnit.Yuan ? yuan * 10_000m : yuan / 10_000m;
        var tooHigh = unit == MoneyUnit.TenThousandYuan && yuan > median * 1000m && other >= median / 100m;
        var tooLow = unit == MoneyUnit.Yuan && yuan < median / 1000m && other <= median * 100m;
        return tooHigh || tooLow
            ? new ValueFault("money.unit-differs", FaultSeverity.Warning, [Plain(yuan), Plain(other)], Plain(unit == MoneyUnit.Yuan ? other : number / 10_000m))
            : null;
    }

    private static (decimal Number, MoneyUnit? Unit, bool Approximate)? Parse(SheetCell cell)
    {
        // A format such as 0.00"万元" shows a unit that the number itself does not hold.
        if (cell.Exact is { } exact)
            return (Bounded(exact), UnitIn(cell.Text), false);
        if (cell.Kind != SheetCellKind.Text)
            return null;
        if (cell.Text.Length > LongestAmount)
            return null;
        var match = Amount().Match(TextCleaning.HalfWidth(cell.Text));
        if (!match.Success)
            return null;
        var digits = Separators().Replace(match.Groups["digits"].Value, "");
        if (!decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        number = Bounded(number);
        var approximate = match.Groups["about"].Success || match.Groups["more"].Success;
        return match.Groups["unit"].Value.ToUpperInvariant() switch
        {
            "亿" or "亿元" => (number * 10_000m, MoneyUnit.TenThousandYuan, approximate),
            "千万" or "千万元" => (number * 1_000m, MoneyUnit.TenThousandYuan, approximate),
            "百万" or "百万元" => (number * 100m, MoneyUnit.TenThousandYuan, approximate),
            "万" or "万元" or "W" or "万圆" => (number, MoneyUnit.TenThousandYuan, approximate),
            "千元" or "K" => (number * 1_000m, MoneyUnit.Yuan, approximate),
            "元" or "圆" or "元整" => (number, MoneyUnit.Yuan, approximate),
            _ => (number, match.Groups["sign"].Success && number >= 10_000m ? MoneyUnit.Yuan : null, approximate),
        };
    }

    private static string? ForeignCurrency(string text)
    {
        var match = Foreign().Match(text.Length > LongestAmount ? "" : TextCleaning.HalfWidth(text));
        return match.Success ? match.Value.ToUpperInvariant() : null;
    }

    internal static bool IsBlank(string text) =>
        text.Trim().Length <= 4 && TextCleaning.HalfWidth(text) is "" or "-" or "--" or "---" or "/" or "\\" or "无" or "暂无" or "不详" or "未知" or "N/A" or "n/a" or "NA" or "NULL" or "null" or "?" or "空";

    private static decimal Factor(MoneyUnit unit) => unit == MoneyUnit.TenThousandYuan ? 10_000m : 1m;

    // Past any price, and far enough from a decimal's end to reckon with.
    private static decimal Bounded(decimal number) => Math.Clamp(number, -1e15m, 1e15m);

    private static decimal? Median(List<decimal> numbers)
    {
        if (numbers.Count == 0)
            return null;
        numbers.Sort();
        return numbers[numbers.Count / 2];
    }

    private static string Plain(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<about>约|大约|近|~|≈|>|<|估)?\s*(?<sign>人民币|RMB|CNY|¥|￥)?\s*:?\s*(?<about>约|近|~|≈)?\s*(?<digits>[+-]?(?:\d{1,3}(?:[,' ]\d{3})+|\d+)(?:\.\d+)?|\.\d+)\s*(?<more>余|多|左右)?\s*(?<unit>亿元|千万元|百万元|万元|万圆|千元|元整|亿|千万|百万|万|元|圆|W|K)?\s*(?<more>余|多|左右|以上)?\s*(?<unit>元)?\s*(?:人民币|RMB|CNY)?\s*(?:/\s*[台套件]|每[台套件])?\s*[.,;]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"[,' +]", RegexOptions.None, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"USD|US\$|\$|美元|美金|EUR|€|欧元|GBP|£|英镑|JPY|日元|日圆|円|HKD|HK\$|港币|港元|CHF|瑞士法郎|法郎|KRW|韩元|CAD|加元|AUD|澳元|SGD|新加坡元|DEM|马克|SEK|瑞典克朗|克朗",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"(?:单位|金额|原值|价格|价值|币种|计价)\s*[:(为]?\s*(?:人民币)?\s*\(?(?:(?<wan>万元|万)|元)(?:$|[\s),;:/])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnitOfTitleLine();
}
