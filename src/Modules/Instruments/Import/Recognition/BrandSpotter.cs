using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>Where in a text a maker's name 品牌 stands, in whatever spelling.</summary>
internal sealed record BrandMention(Brand Brand, int Start, int End, bool Ambiguous);

/// <summary>Finds makers in text as it was typed, so that it can be cut there: case, spaces and hyphens do not matter.</summary>
internal static class BrandSpotter
{
    private static readonly ILookup<char, (string Key, Spelling Spelling, Brand Brand)> ByFirstChar = Brands.All
        .SelectMany(brand => brand.Spellings.Prepend(new Spelling(brand.NameZh, SpellingNature.Usual)).Select(spelling => (Key: Squeeze(spelling.Text), spelling, brand)))
        .Where(entry => entry.Key.Length > 1)
        .OrderByDescending(entry => entry.Key.Length)
        .ToLookup(entry => entry.Key[0]);

    public static BrandMention? First(string text) => All(text).FirstOrDefault();

    /// <summary>Left to right, the longest at each place.</summary>
    public static IEnumerable<BrandMention> All(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (At(text, i) is not { } mention)
                continue;
            yield return mention;
            i = mention.End - 1;
        }
    }

    public static BrandMention? At(string text, int start)
    {
        if (start >= text.Length || (start > 0 && char.IsAsciiLetter(text[start]) && char.IsAsciiLetter(text[start - 1])))
            return null;
        foreach (var (key, spelling, brand) in ByFirstChar[char.ToLowerInvariant(text[start])])
        {
            var end = Match(text, start, key);
            if (end < 0 || (end < text.Length && char.IsAsciiLetter(text[end]) && char.IsAsciiLetter(text[end - 1])))
                continue;
            // 理学院 is a school and 热电偶 a part, not Rigaku and not Thermo.
            if (end < text.Length && text[end] is '院' or '系' or '部' or '偶')
                continue;
            // PE, GE and TA only as they are printed.
            if (spelling.Ambiguous && !text.AsSpan(start).StartsWith(spelling.Text, StringComparison.Ordinal))
                continue;
            return new BrandMention(brand, start, end, spelling.Ambiguous);
        }

        return null;
    }

    private static int Match(string text, int start, string key)
    {
        var at = start;
        foreach (var c in key)
        {
            while (at > start && at < text.Length && text[at] is ' ' or '-' or '·' or '.')
                at++;
            if (at >= text.Length || char.ToLowerInvariant(text[at]) != c)
                return -1;
            at++;
        }

        return at;
    }

    private static string Squeeze(string text) =>
        string.Concat(text.Where(c => c is not (' ' or '-' or '·' or '.')).Select(char.ToLowerInvariant));
}
