using System.Globalization;
using System.Text;

namespace Modular.Contracts.Vocabulary;

/// <summary>
/// Brings the spellings of one thing together: lower case, half width, no accents, no punctuation. A space is left only where it
/// keeps two Latin words apart, so 液相色谱-质谱 and 液相色谱质谱 are the same text, and "LC-MS" is "lc ms".
/// </summary>
public static class FoldedText
{
    private const char Separator = '\0';
    private const char Dropped = '\u0001';
    private const char Expanded = '\u0002';
    private const char SentenceEnd = '\u0003';

    private static readonly char[] Map = BuildMap();

    // Slips that real lists are full of; what they are written for is never in doubt.
    private static readonly (string Written, string Meant)[] Slips =
    [
        ("傅立叶", "傅里叶"), ("付里叶", "傅里叶"), ("付立叶", "傅里叶"), ("气象色谱", "气相色谱"), ("气像色谱", "气相色谱"),
        ("液象色谱", "液相色谱"), ("液像色谱", "液相色谱"), ("四级杆", "四极杆"), ("连用仪", "联用仪"), ("共焦", "共聚焦"),
        ("分辩率", "分辨率"), ("分光光度仪", "分光光度计"), ("解析电离", "解吸电离"), ("黏", "粘"),
    ];

    /// <summary>For names, models and what people type.</summary>
    public static string Name(string text)
    {
        var folded = Fold(text, sentences: false);
        foreach (var (written, meant) in Slips)
        {
            if (folded.Contains(written, StringComparison.Ordinal))
                folded = folded.Replace(written, meant, StringComparison.Ordinal);
        }
        return folded;
    }

    /// <summary>For sentences: punctuation between them stays a space, so that no word grows across it.</summary>
    public static string Sentences(string text) => Fold(text, sentences: true);

    /// <summary>The folded text without its spaces: "icpms" for ICP-MS, ICPMS and icp/ms.</summary>
    public static string Compact(string text) => Name(text).Replace(" ", "", StringComparison.Ordinal);

    public static bool IsHan(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static string Fold(string text, bool sentences)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var raw in text)
        {
            var c = Map[raw];
            switch (c)
            {
                case Dropped:
                    continue;
                case Separator:
                    gap = true;
                    continue;
                case SentenceEnd:
                    if (sentences && folded.Length > 0 && folded[^1] != ' ')
                        folded.Append(' ');
                    gap = true;
                    continue;
                case Expanded:
                    AddGap(folded, gap, 'i');
                    foreach (var part in raw.ToString().Normalize(NormalizationForm.FormKC))
                    {
                        if (char.IsLetterOrDigit(part))
                            folded.Append(char.ToLowerInvariant(part));
                    }
                    break;
                default:
                    AddGap(folded, gap, c);
                    folded.Append(c);
                    break;
            }
            gap = false;
        }
        if (folded.Length > 0 && folded[^1] == ' ')
            folded.Length--;
        var result = folded.ToString();
        return result == text ? text : result;
    }

    private static void AddGap(StringBuilder folded, bool gap, char next)
    {
        if (gap && folded.Length > 0 && folded[^1] != ' ' && !IsHan(folded[^1]) && !IsHan(next))
            folded.Append(' ');
    }

    private static char[] BuildMap()
    {
        var map = new char[char.MaxValue + 1];
        for (var i = 0; i < map.Length; i++)
            map[i] = MapOne((char)i);
        return map;
    }

    private static char MapOne(char c)
    {
        if (c is '。' or '，' or '；' or '、' or '：' or '！' or '？' or '\n' or ',' or ';')
            return SentenceEnd;
        if (c is '™' or '®' or '©' or '\'' or '’' or '\u200B' or '\uFEFF')
            return Dropped;
        if (IsHan(c))
            return char.IsLetter(c) ? c : Separator;
        if (c is 'µ')
            return 'μ';
        if (c < 128)
            return char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : Separator;
        if (char.GetUnicodeCategory(c) is UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            return Separator;
        var plain = c.ToString().Normalize(NormalizationForm.FormKD);
        if (char.IsLetterOrDigit(plain[0]))
        {
            var letters = plain.Where(ch => CharUnicodeInfo.GetUnicodeCategory(ch) != UnicodeCategory.NonSpacingMark).ToArray();
            return letters.Length == 1 ? char.ToLowerInvariant(letters[0]) : Expanded;
        }
        return Separator;
    }
}
