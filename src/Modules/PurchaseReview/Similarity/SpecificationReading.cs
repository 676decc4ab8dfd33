using System.Globalization;

namespace Modular.PurchaseReview;

/// <summary>Key figures of a data sheet: 300 kV, 0.8 nm, 600 MHz, each as a quantity and the decimal logarithm of its value in the quantity's own unit.</summary>
internal static class SpecificationReading
{
    public const int Limit = 8;

    static readonly (string Unit, byte Quantity, double Factor)[] Units =
    [
        ("khz", 1, 1e3), ("mhz", 1, 1e6), ("ghz", 1, 1e9), ("兆赫", 1, 1e6), ("兆", 1, 1e6), ("hz", 1, 1), ("kv", 2, 1e3), ("kev", 2, 1e3), ("mev", 2, 1e6), ("ev", 2, 1),
        ("nm", 3, 1e-9), ("μm", 3, 1e-6), ("um", 3, 1e-6), ("微米", 3, 1e-6), ("纳米", 3, 1e-9), ("mm", 3, 1e-3), ("cm", 3, 1e-2), ("kn", 4, 1e3), ("mn", 4, 1e-3), ("n", 4, 1),
        ("rpm", 5, 1), ("r/min", 5, 1), ("转/分", 5, 1), ("×g", 6, 1), ("xg", 6, 1), ("℃", 7, 1), ("°c", 7, 1), ("kpa", 8, 1e3), ("mpa", 8, 1e6), ("gpa", 8, 1e9), ("bar", 8, 1e5), ("psi", 8, 6895), ("pa", 8, 1),
        ("ml/min", 9, 1), ("l", 10, 1), ("ml", 10, 1e-3), ("μl", 10, 1e-6), ("ul", 10, 1e-6), ("kg", 11, 1e3), ("mg", 11, 1e-3), ("g", 11, 1), ("kw", 12, 1e3), ("mw", 12, 1e-3), ("w", 12, 1),
        ("t", 13, 1), ("特斯拉", 13, 1), ("oe", 13, 1e-4), ("万倍", 14, 1e4), ("倍", 14, 1), ("amu", 15, 1), ("da", 15, 1), ("m/z", 15, 1), ("通道", 16, 1), ("孔", 17, 1), ("nm/s", 18, 1), ("db", 19, 1), ("gs/s", 20, 1e9),
        ("ms", 21, 1e-3), ("fps", 22, 1), ("帧/秒", 22, 1), ("kda", 15, 1e3), ("cm-1", 23, 1), ("cm⁻¹", 23, 1), ("tb", 24, 1e12), ("gb", 24, 1e9), ("核", 25, 1),
    ];

    static readonly Dictionary<char, (string Unit, byte Quantity, double Factor)[]> ByFirst = Units.GroupBy(u => u.Unit[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(u => u.Unit.Length).ToArray());

    /// <returns>How many were written to the two lists.</returns>
    public static int Read(string? text, Span<byte> quantities, Span<float> values)
    {
        var count = 0;
        if (string.IsNullOrEmpty(text)) return 0;
        for (var i = 0; i < text.Length && count < quantities.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] == '.'))) continue;
            var from = i;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '.' || (text[i] == ',' && i + 3 < text.Length && char.IsAsciiDigit(text[i + 1])))) i++;
            var number = text[from..i].Replace(",", "", StringComparison.Ordinal).TrimEnd('.');
            if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value <= 0) continue;
            var at = i;
            while (at < text.Length && text[at] == ' ') at++;
            if (at < text.Length && UnitAt(text, at) is { } unit)
            {
                quantities[count] = unit.Quantity;
                values[count++] = (float)Math.Log10(value * unit.Factor);
            }
            i--;
        }
        return count;
    }

    static (string Unit, byte Quantity, double Factor)? UnitAt(string text, int at)
    {
        if (!ByFirst.TryGetValue(char.ToLowerInvariant(text[at] is 'µ' ? 'μ' : text[at]), out var candidates)) return null;
        foreach (var candidate in candidates)
        {
            var end = at + candidate.Unit.Length;
            if (end > text.Length || !text.AsSpan(at, candidate.Unit.Length).Equals(candidate.Unit, StringComparison.OrdinalIgnoreCase)) continue;
            if (char.IsAsciiLetter(candidate.Unit[^1]) && end < text.Length && char.IsAsciiLetter(text[end])) continue;
            return candidate;
        }
        return null;
    }

    /// <summary>+1 where most figures of one kind agree, −1 where none does, 0 where nothing can be compared.</summary>
    public static float Agreement(ReadOnlySpan<byte> ourQuantities, ReadOnlySpan<float> ours, ReadOnlySpan<byte> theirQuantities, ReadOnlySpan<float> theirs)
    {
        var (agree, compared) = (0, 0);
        for (var i = 0; i < ours.Length; i++)
        {
            var (met, same) = (false, false);
            for (var j = 0; j < theirs.Length; j++)
            {
                if (theirQuantities[j] != ourQuantities[i]) continue;
                met = true;
                if (Math.Abs(theirs[j] - ours[i]) < 0.06f) same = true;
            }
            if (met) compared++;
            if (same) agree++;
        }
        return compared == 0 ? 0 : (2f * agree / compared) - 1;
    }
}
