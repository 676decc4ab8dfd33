using System.Globalization;
using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>Shows a number as its cell's format does: leading zeros of codes, decimals of prices, and dates in any of the usual shapes.</summary>
internal sealed class NumberFormat
{
    public static readonly NumberFormat General = new(null, []);
    public static readonly NumberFormat IsoDate = Parse("yyyy-mm-dd");
    public static readonly NumberFormat IsoDateTime = Parse("yyyy-mm-dd hh:mm:ss");

    private readonly string? number;
    private readonly List<string> dateTokens;

    private NumberFormat(string? number, List<string> dateTokens)
    {
        this.number = number;
        this.dateTokens = dateTokens;
    }

    public bool IsDate => dateTokens.Count > 0;

    /// <summary>The formats a workbook may use by number without writing them down, as a Chinese spreadsheet shows them.</summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        1 => Parse("0"),
        2 => Parse("0.00"),
        3 or 37 or 38 => Parse("#,##0"),
        4 or 39 or 40 => Parse("#,##0.00"),
        9 => Parse("0%"),
        10 => Parse("0.00%"),
        11 => Parse("0.00E+00"),
        14 => Parse("yyyy/m/d"),
        15 => Parse("d-mmm-yy"),
        16 => Parse("d-mmm"),
        17 => Parse("mmm-yy"),
        18 or 19 => Parse("h:mm AM/PM"),
        20 => Parse("h:mm"),
        21 => Parse("h:mm:ss"),
        22 => Parse("yyyy/m/d h:mm"),
        27 or 36 or 50 or 52 or 57 => Parse("yyyy\"年\"m\"月\""),
        28 or 29 or 51 or 53 or 54 or 58 => Parse("m\"月\"d\"日\""),
        30 => Parse("m/d/yy"),
        31 => Parse("yyyy\"年\"m\"月\"d\"日\""),
        32 or 55 => Parse("h\"时\"mm\"分\""),
        33 or 56 => Parse("h\"时\"mm\"分\"ss\"秒\""),
        34 or 35 => Parse("h:mm AM/PM"),
        45 or 47 => Parse("mm:ss"),
        46 => Parse("h:mm:ss"),
        _ => General,
    };

    public static NumberFormat Parse(string code)
    {
        var section = FirstSection(StorableText.Of(code));
        if (section.Length == 0 || section.Contains("General", StringComparison.OrdinalIgnoreCase) || section.Contains("@", StringComparison.Ordinal))
            return General;

        var tokens = DateTokens(section);
        if (tokens.Any(t => t[0] is 'y' or 'm' or 'd' or 'h' or 's'))
            return new NumberFormat(null, tokens);
        return NumberPattern(section) is { } pattern ? new NumberFormat(pattern, []) : General;
    }

    public static bool CanBeDate(double serial) => serial is >= 0 and < 2_958_466;

    // Spreadsheets count a 29 February 1900 that never was; below it their serials are one behind.
    public static DateTime ToDate(double serial) => DateTime.FromOADate(serial is >= 1 and < 60 ? serial + 1 : serial);

    public string Show(double value)
    {
        if (IsDate)
            return ShowDate(value);
        if (SheetCell.Decimal15(value) is not { } exact)
            return value.ToString("R", CultureInfo.InvariantCulture);
        if (number is not null)
        {
            try
            {
                return exact.ToString(number, CultureInfo.InvariantCulture);
            }
            catch (FormatException)
            {
                // A format no spreadsheet would show either: the plain number says more.
            }
        }

        return exact.ToString("0.#############################", CultureInfo.InvariantCulture);
    }

    private string ShowDate(double serial)
    {
        var date = ToDate(serial);
        var halfDay = dateTokens.Contains("AM/PM", StringComparer.Ordinal);
        var text = new StringBuilder();
        for (var i = 0; i < dateTokens.Count; i++)
        {
            var token = dateTokens[i];
            text.Append(token[0] switch
            {
                '\'' => token[1..],
                'A' => date.Hour < 12 ? "AM" : "PM",
                'y' => date.ToString(token.Length > 2 ? "yyyy" : "yy", CultureInfo.InvariantCulture),
                'm' when IsMinute(i) => date.ToString(token.Length > 1 ? "mm" : "%m", CultureInfo.InvariantCulture),
                'm' => date.ToString(token.Length switch { 1 => "%M", 2 => "MM", 3 => "MMM", _ => "MMMM" }, CultureInfo.InvariantCulture),
                'd' => date.ToString(token.Length switch { 1 => "%d", 2 => "dd", 3 => "ddd", _ => "dddd" }, CultureInfo.InvariantCulture),
                'h' when halfDay => date.ToString(token.Length > 1 ? "hh" : "%h", CultureInfo.InvariantCulture),
                'h' => date.ToString(token.Length > 1 ? "HH" : "%H", CultureInfo.InvariantCulture),
                _ => date.ToString(token.Length > 1 ? "ss" : "%s", CultureInfo.InvariantCulture),
            });
        }

        return text.ToString();
    }

    // An m is minutes beside hours or seconds, months everywhere else.
    private bool IsMinute(int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (dateTokens[i][0] is 'h')
                return true;
            if (dateTokens[i][0] is 'y' or 'm' or 'd' or 's')
                break;
        }

        for (var i = at + 1; i < dateTokens.Count; i++)
        {
            if (dateTokens[i][0] is 's')
                return true;
            if (dateTokens[i][0] is 'y' or 'm' or 'd' or 'h')
                break;
        }

        return false;
    }

    private static string FirstSection(string code)
    {
        var quoted = false;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '"')
                quoted = !quoted;
            else if (!quoted && code[i] is '\\' or '!')
                i++;
            else if (!quoted && code[i] == ';')
                return code[..i];
        }

        return code;
    }

    /// <summary>Date tokens by their letter (yyyy, m, hh …); a literal starts with an apostrophe.</summary>
    private static List<string> DateTokens(string section)
    {
        var tokens = new List<string>();
        for (var i = 0; i < section.Length; i++)
        {
            var c = char.ToLowerInvariant(section[i]);
            if (Literal(section, ref i) is { } literal)
            {
                if (literal.Length > 0)
                    tokens.Add($"'{literal}");
            }
            else if (c is 'y' or 'm' or 'd' or 'h' or 's')
            {
                var end = i;
                while (end < section.Length && char.ToLowerInvariant(section[end]) == c)
                    end++;
                tokens.Add(new string(c, end - i));
                i = end - 1;
            }
            else if (section.AsSpan(i).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase))
            {
                tokens.Add("AM/PM");
                i += 4;
            }
            else if (c is not ('0' or '#' or '?' or '.' or 'e'))
                tokens.Add($"'{section[i]}");
        }

        return tokens;
    }

    /// <summary>The same format in .NET's own letters, which differ only in how literals are written.</summary>
    private static string? NumberPattern(string section)
    {
        var pattern = new StringBuilder();
        var digits = false;
        for (var i = 0; i < section.Length; i++)
        {
            var c = section[i];
            if (Literal(section, ref i) is { } literal)
                AppendQuoted(pattern, literal);
            else if (c is '0' or '#' or '.' or ',' or '%')
            {
                digits |= c is '0' or '#';
                pattern.Append(c);
            }
            else if (c == '?')
                pattern.Append('#');
            else if (c is 'E' or 'e' && i + 1 < section.Length && section[i + 1] is '+' or '-')
                pattern.Append('E').Append(section[++i]);
            else if (c == '/')
                return null;
            else
                AppendQuoted(pattern, c.ToString());
        }

        return digits ? pattern.ToString() : null;
    }

    private static void AppendQuoted(StringBuilder pattern, string literal)
    {
        foreach (var c in literal)
            pattern.Append('\\').Append(c);
    }

    /// <summary>The literal that starts at <paramref name="i"/> (which moves to its end), "" for what only takes room or colours, null for none.</summary>
    private static string? Literal(string section, ref int i)
    {
        switch (section[i])
        {
            case '"':
                {
                    var close = section.IndexOf('"', i + 1);
                    if (close < 0)
                        close = section.Length;
                    var literal = section[(i + 1)..close];
                    i = close;
                    return literal;
                }
            case '\\' or '!':
                i++;
                return i < section.Length ? section[i].ToString() : "";
            case '_' or '*':
                i++;
                return "";
            case '[':
                {
                    var close = section.IndexOf(']', i);
                    if (close < 0)
                        close = section.Length - 1;
                    var inside = section[(i + 1)..close];
                    // [h] counts hours past a day; shown as hours of the day it is close enough.
                    if (inside.Length > 0 && inside.All(c => c is 'h' or 'H' or 'm' or 'M' or 's' or 'S'))
                        return null;
                    i = close;
                    var currency = inside.StartsWith('$') ? inside[1..] : "";
                    var dash = currency.IndexOf('-', StringComparison.Ordinal);
                    return dash >= 0 ? currency[..dash] : currency;
                }
            default:
                return null;
        }
    }
}
