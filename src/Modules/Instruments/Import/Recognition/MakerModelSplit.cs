using System.Text.RegularExpressions;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>What one cell says of maker, model and country; the parts as written, nothing invented. Confidence from 0 to 1.</summary>
internal sealed record MakerModel(string? Manufacturer, string? Model, string? Country, double Confidence);

/// <summary>Takes apart cells that hold maker, model and country together 厂家/型号: 日本日立公司；H-7650, 岛津LC-20A, 德国布鲁克（Bruker）D8 ADVANCE.</summary>
internal static partial class MakerModelSplit
{
    // Prose, or an attack: nothing is cut out of it.
    private const int LongestCell = 300;

    private static readonly string[] Companies =
        ["有限责任公司", "股份有限公司", "有限公司", "总公司", "公司", "株式会社", "仪器厂", "集团", "制造厂", "厂"];

    private static readonly string[] ChinesePlaces =
    [
        "北京", "上海", "天津", "重庆", "江苏", "浙江", "广东", "广州", "深圳", "山东", "湖北", "武汉", "湖南", "长沙", "四川", "成都", "陕西", "西安", "辽宁", "沈阳",
        "大连", "吉林", "长春", "黑龙江", "河北", "河南", "郑州", "安徽", "合肥", "福建", "厦门", "江西", "南京", "苏州", "杭州", "宁波", "青岛", "济南", "无锡", "常州",
        "内蒙古", "国产",
    ];

    private static readonly (string Written, Country Country)[] CountryNames =
        [.. Countries.All.SelectMany(c => c.Aliases.Prepend(c.NameZh).Select(written => (written, c)))
            .Where(entry => entry.written.Length > 1 && (TextCleaning.IsHan(entry.written[0]) || entry.written.Length > 3 || entry.written is "USA" or "UK"))
            .Where(entry => entry.c.NameZh != "其他")
            .OrderByDescending(entry => entry.written.Length)];

    public static MakerModel Split(string cell)
    {
        if (cell.Length > LongestCell)
            return new(TextCleaning.Line(cell), null, null, 0.3);
        var parts = StrongSeparators().Split(cell.ReplaceLineEndings("\n"))
            .Select(part => LeadingMarks().Replace(TextCleaning.Line(part), ""))
            .Where(part => part.Length > 0)
            .ToList();
        if (parts.Count == 0)
            return new(null, null, null, 0);
        var country = CountryOf(cell);
        if (parts.Count == 1)
            return SplitOne(parts[0], country);

        var maker = parts.FindIndex(IsMaker);
        if (maker < 0)
            return SplitOne(string.Join(' ', parts), country);
        var rest = string.Join(' ', parts.Where((_, i) => i != maker));
        // Several parts may all be the maker: a name in two languages.
        if (parts.TrueForAll(p => IsMaker(p) && SplitOne(p, country).Model is null))
            return new(TextCleaning.Line(cell), null, country, 0.85);
        var inner = SplitOne(parts[maker], country);
        return inner.Model is null
            ? new(parts[maker], Model(rest), country, 0.95)
            : new(inner.Manufacturer, $"{inner.Model} {rest}", country, 0.7);
    }

    /// <summary>The country a text names: at its start, in brackets or at its end.</summary>
    public static string? CountryOf(string text)
    {
        var clean = TextCleaning.Line(text);
        foreach (var (written, country) in CountryNames)
        {
            var at = clean.IndexOf(written, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var end = at + written.Length;
            var standsApart = TextCleaning.IsHan(written[0])
                || ((at == 0 || !char.IsAsciiLetter(clean[at - 1])) && (end == clean.Length || !char.IsAsciiLetter(clean[end])));
            // 中国 inside a company's name is no origin, 美国 in front of one is.
            if (standsApart && (at == 0 || end == clean.Length || clean[at - 1] is '(' or '（' or '/' or ' ' or '，' or ',' or '；' || country.NameZh != "中国"))
                return country.NameZh;
        }

        return Array.Exists(ChinesePlaces, place => clean.StartsWith(place, StringComparison.Ordinal)) ? "中国" : null;
    }

    private static MakerModel SplitOne(string text, string? country)
    {
        var brands = BrandSpotter.All(text).ToList();
        if (brands.Count > 0 && !(brands[0].Ambiguous && brands[0].Start > 0))
        {
            var first = brands[0];
            var start = PrefixStart(text, first.Start);
            var end = MakerEnd(text, first.End, brands);
            var before = text[..start].Trim();
            var after = Model(text[end..]);
            if (before.Length == 0 && after is not null && !after.Any(char.IsAsciiDigit) && Incorporated().IsMatch(after))
                return new(text, null, country, 0.9);
            if (before.Length == 0)
                return new(text[..end].Trim(), after, country, first.Ambiguous ? 0.6 : after is null || HasModelLook(after) ? 0.9 : 0.6);
            return HasModelLook(before)
                ? new(text[start..].Trim(), before, country, 0.75)
                : new(text, null, country, 0.5);
        }

        foreach (var company in Companies)
        {
            var at = text.IndexOf(company, StringComparison.Ordinal);
            if (at <= 0)
                continue;
            var end = MakerEnd(text, at + company.Length, brands);
            return new(text[..end].Trim(), Model(text[end..]), country, 0.85);
        }

        if (Incorporated().Match(text) is { Success: true } inc)
            return new(text[..(inc.Index + inc.Length)].Trim(), Model(text[(inc.Index + inc.Length)..]), country, 0.8);
        if (RunTogether(text) is { } joined)
            return new(text[..joined.End], Model(text[joined.End..]), country, 0.6);
        // One Latin word alone is a name sooner than a model: Sutter, BACKMAN美国.
        if (!text.Any(char.IsAsciiDigit) && !text.Contains(' ', StringComparison.Ordinal) && char.IsAsciiLetter(text[0]))
            return new(text, null, country, 0.5);
        if (HasModelLook(text))
            return country is not null && LeadingCountry(text) is > 0 and var cut
                ? SplitAfterCountry(text, cut, country)
                : new(null, Model(text), country, 0.7);
        return text.Any(TextCleaning.IsHan)
            ? new(text, null, country, 0.6)
            : new(null, Model(text), country, 0.5);
    }

    // 美国labtech EHD36: the word behind the country is the maker, what follows is the model.
    private static MakerModel SplitAfterCountry(string text, int cut, string country)
    {
        if (!text[cut..].Any(char.IsAsciiDigit))
            return new(text, null, country, 0.7);
        var space = text.IndexOf(' ', Math.Min(cut + 1, text.Length));
        return space > 0 && !text[cut..space].Any(char.IsAsciiDigit)
            ? new(text[..space], Model(text[space..]), country, 0.7)
            : new(text[..cut], Model(text[cut..]), country, 0.5);
    }

    private static int LeadingCountry(string text)
    {
        foreach (var (written, _) in CountryNames)
        {
            if (text.StartsWith(written, StringComparison.OrdinalIgnoreCase))
                return written.Length;
        }

        return 0;
    }

    // Watersuplc: a known name with something grown onto it.
    private static BrandMention? RunTogether(string text)
    {
        foreach (var brand in Brands.All)
        {
            foreach (var spelling in brand.Spellings)
            {
                if (spelling.Text.Length >= 6 && char.IsAsciiLetter(spelling.Text[0]) && text.Length > spelling.Text.Length
                    && text.StartsWith(spelling.Text, StringComparison.OrdinalIgnoreCase))
                    return new BrandMention(brand, 0, spelling.Text.Length, spelling.Ambiguous);
            }
        }

        return null;
    }

    /// <summary>The country or city in front belongs to the maker's name: 日本日立, 北京吉天.</summary>
    private static int PrefixStart(string text, int brandStart)
    {
        var before = text[..brandStart].TrimEnd();
        foreach (var (written, _) in CountryNames)
        {
            if (before.EndsWith(written, StringComparison.OrdinalIgnoreCase))
                return before.Length - written.Length;
        }

        foreach (var place in ChinesePlaces)
        {
            if (before.EndsWith(place, StringComparison.Ordinal))
                return before.Length - place.Length;
        }

        return brandStart;
    }

    /// <summary>Past what still belongs to the maker: company forms, a bracket with its other name, its country behind it.</summary>
    private static int MakerEnd(string text, int end, List<BrandMention> brands)
    {
        while (end < text.Length)
        {
            var rest = text.AsSpan(end).TrimStart();
            var at = text.Length - rest.Length;
            if (MakerTail().Match(text, at) is { Success: true, Length: > 0 } tail && tail.Index == at)
                end = at + tail.Length;
            else if (rest.Length > 0 && rest[0] is '(' or '（' or '/' && BracketEnd(text, at) is > 0 and var close && BelongsToMaker(text[at..close], brands, at, close))
                end = close;
            else if (rest.Length > 0 && LeadingCountry(rest.ToString()) is > 0 and var country)
                end = at + country;
            else if (brands.Find(b => b.Start == at) is { } next)
                end = next.End;
            else
                break;
        }

        return end;
    }

    private static bool BelongsToMaker(string aside, List<BrandMention> brands, int start, int end) =>
        brands.Exists(b => b.Start > start && b.Start < end) || CountryOf(aside.Trim('(', '（', ')', '）', '/')) is not null
        || Array.Exists(Companies, c => aside.Contains(c, StringComparison.Ordinal));

    private static int BracketEnd(string text, int open) =>
        text[open] == '/' ? text.Length : text.IndexOfAny([')', '）'], open) is >= 0 and var close ? close + 1 : -1;

    private static bool IsMaker(string part) =>
        BrandSpotter.First(part) is { Start: var start } && PrefixStart(part, start) == 0
        || Array.Exists(Companies, c => part.Contains(c, StringComparison.Ordinal)) || Incorporated().IsMatch(part)
        || (LeadingCountry(part) is > 0 and var cut && !part[cut..].Any(char.IsAsciiDigit));

    /// <summary>Letters with digits, or Latin words: what models look like.</summary>
    internal static bool HasModelLook(string text) =>
        text.Any(char.IsAsciiDigit) ? text.Any(char.IsAsciiLetter) || DigitModel().IsMatch(text) : LatinWords().IsMatch(text);

    private static string? Model(string text)
    {
        var model = ModelWord().Replace(LeadingMarks().Replace(TextCleaning.Line(text), "").TrimStart('/', '-', '：', ':').Trim(), "");
        if (model.Length > 1 && model[0] is '(' or '（' && model[^1] is ')' or '）' && model.IndexOfAny([')', '）']) == model.Length - 1)
            model = model[1..^1];
        return model.Length == 0 || model is "型" or "*" ? null : model;
    }

    [GeneratedRegex(@"[；;，、\n]|,(?!\d{3}\b)|\s/\s|\s{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StrongSeparators();

    [GeneratedRegex(@"^[\s*_＊·•\-—]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadingMarks();

    [GeneratedRegex(@"(?:仪器|科技|科学|高新技术|显微系统|生命科学|分析|诊断|技术|设备|光学|电子|（中国）|\(中国\)|中国)*(?:[\u4E00-\u9FFF]{0,16}?(?:有限责任公司|股份有限公司|有限公司|公司|株式会社)|有限责任公司|股份有限公司|有限公司|总公司|公司|株式会社|集团|厂家|厂)?|(?i:(?:\s*(?:scientific|technologies|technology|instruments?|corporation|company|corp|inc|ltd|limited|gmbh|co|ag|s\.?a|kg|bv|plc|llc)\b[.,]*)+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MakerTail();

    [GeneratedRegex(@"(?i:\b(inc|ltd|gmbh|corp|corporation|llc|l\.l\.c|co\.,?\s*ltd|company|s\.?r\.?[lo]|limited|b\.?v|plc|kg)\b\.?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Incorporated();

    [GeneratedRegex(@"\d[\d\-/.]{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DigitModel();

    [GeneratedRegex(@"[A-Za-z]{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LatinWords();

    [GeneratedRegex(@"(?:^(?:型号|规格)[:：]?\s*)|(?:(?<=[A-Za-z0-9Ⅰ-Ⅻ])\s*型$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ModelWord();
}
