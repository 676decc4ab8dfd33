using System.Text;

namespace Modular.Instruments;

/// <summary>Takes out of text what only its typing put in: full-width letters 全角, odd and zero-width spaces, line breaks, hanging commas.</summary>
internal static class TextCleaning
{
    private static readonly char[] Hanging = ['，', ',', '；', ';', '、', '。', '：', ':', '|'];

    /// <summary>For one-line fields: one space at most, no line break, nothing hanging at the ends.</summary>
    public static string Line(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var half = Narrow(c);
            if (half == ' ')
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (half != '\0')
                clean.Append(half);
        }

        return DropSpacesBetweenHan(clean).Trim().Trim(Hanging).Trim();
    }

    /// <summary>For long texts: lines stay lines, each cleaned; blank lines go.</summary>
    public static string Paragraphs(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Soft).Where(line => line.Length > 0));

    /// <summary>ASCII from full-width forms, Chinese punctuation included: for numbers, codes and comparisons.</summary>
    public static string HalfWidth(string text)
    {
        // Most cells of a large list are plain already.
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return text;
        var half = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var narrow = c switch
            {
                '。' => '.',
                '、' => ',',
                '【' => '[',
                '】' => ']',
                '—' or '–' or '－' or '−' or '‐' or '‑' => '-',
                >= '！' and <= '～' => (char)(c - 0xFEE0),
                _ => Narrow(c),
            };
            if (narrow != '\0')
                half.Append(narrow);
        }

        return half.ToString().Trim();
    }

    /// <summary>True where a character could not be read in the file's encoding.</summary>
    public static bool IsUnreadable(string text) => text.Contains('\uFFFD');

    /// <summary>False for cells of spaces, odd spaces and marks that show nothing.</summary>
    public static bool HasText(string text) => text.AsSpan().IndexOfAnyInRange('!', '~') >= 0 || Line(text).Length > 0;

    private static bool IsClean(string text)
    {
        if (text.Length > 0 && (text[0] == ' ' || text[^1] == ' ' || Hanging.Contains(text[0]) || Hanging.Contains(text[^1])))
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ' ? text[i - 1] == ' ' || IsHan(text[i - 1]) : Narrow(c) != c)
                return false;
        }

        return true;
    }

    private static string Soft(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (Narrow(c) is not '\0' and var half)
                clean.Append(half);
        }

        return clean.ToString().Trim();
    }

    // Brackets, commas and colons in their Chinese width are text: 气相色谱仪（8890）keeps them.
    private static char Narrow(char c) => c switch
    {
        '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD' => '\0',
        '\t' or '\n' or '\r' or '\u00A0' or '\u3000' or '\u202F' or '\u205F' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' => ' ',
        < ' ' or '\u007F' or (>= '\u0080' and <= '\u009F') => '\0',
        '（' or '）' or '，' or '：' or '；' or '！' or '？' => c,
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        _ => c,
    };

    private static string DropSpacesBetweenHan(StringBuilder text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ' && i > 0 && i + 1 < text.Length && IsHan(text[i - 1]) && IsHan(text[i + 1]))
                continue;
            kept.Append(text[i]);
        }

        return kept.ToString();
    }

    internal static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇';
}
