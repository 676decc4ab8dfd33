using System.Text.RegularExpressions;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>A name freed of what else its cell held. <paramref name="Copy"/> tells alike instruments apart (…-1, …-2).</summary>
internal sealed record NameParts(string Name, string? Manufacturer, string? Model, string? Room, string? Copy, string? Remark, double Confidence);

/// <summary>Takes apart names that carry more than a name: 气相色谱-质谱联用仪（8890-5977B）, 15402超高效液相色谱仪, 【莱迪】荧光定量PCR仪-1.</summary>
internal static partial class NameModelSplit
{
    private const int LongestName = 300;

    public static NameParts Split(string cell)
    {
        var name = TextCleaning.Line(cell);
        if (name.Length > LongestName)
            return new(name, null, null, null, null, null, 0.3);
        string? manufacturer = null, model = null, room = null, copy = null;
        var remarks = new List<string>();
        var confidence = 0.9;

        if (RoomNumber().Match(name) is { Success: true } roomMatch)
        {
            room = roomMatch.Groups["room"].Value;
            name = name[room.Length..].Trim();
            // Four digits may as well be a model: 8453紫外可见分光光度计.
            confidence = room.Length > 4 ? 0.85 : 0.6;
        }

        if (CopyNumber().Match(name) is { Success: true } copyMatch)
        {
            copy = copyMatch.Groups["copy"].Value;
            name = name[..copyMatch.Index].Trim();
        }

        name = Brackets().Replace(name, aside => TakeAside(aside, name, remarks, ref manufacturer, ref model)).Trim();
        if (copy is null && CopyNumber().Match(name) is { Success: true } inner)
        {
            copy = inner.Groups["copy"].Value;
            name = name[..inner.Index].Trim();
        }

        if (model is null && manufacturer is null)
        {
            // 自动纯化仪AutoP （开放实验室）: the model stands before the bracket.
            var aside = LastBracket().Match(name);
            name = TakeFromEnds(name[..(name.Length - aside.Length)].TrimEnd(), ref manufacturer, ref model, ref confidence) + aside.Value.Trim();
        }

        name = name.Trim(' ', '-', '—', '_', '/');
        if (name.Length == 0)
            return new(TextCleaning.Line(cell), null, null, null, null, null, 0.3);
        return new(name, manufacturer, model, room, copy, remarks.Count > 0 ? string.Join("；", remarks) : null, confidence);
    }

    /// <summary>What becomes of a bracket: nothing when it was the model or a remark, itself when it is part of the name.</summary>
    private static string TakeAside(Match aside, string name, List<string> remarks, ref string? manufacturer, ref string? model)
    {
        var text = TextCleaning.Line(aside.Groups["inside"].Value);
        if (text.Length == 0)
            return "";
        var square = aside.Value[0] is '【' or '[';
        if (!square && Quantity().IsMatch(text) && !ModelWithQuantity().IsMatch(text))
            return aside.Value;
        // (GC-MS), （ICP-OES）: the name once more in short.
        if (text.Length <= 12 && !text.Any(c => char.IsAsciiDigit(c) || c == ' ') && InstrumentVocabulary.Current.KindOf(text) is not null)
            return aside.Value;
        if (text.Length == 1)
            return "";
        // （ATR） is a way of measuring.
        if (text.Length <= 4 && text.All(char.IsAsciiLetterUpper) && BrandSpotter.First(text) is null)
            return aside.Value;
        var brand = BrandSpotter.First(text);
        if (brand is not null || (MakerModelSplit.HasModelLook(text) && Mostly(text, char.IsAscii)))
        {
            if (model is null && manufacturer is null)
            {
                Take(text, ref manufacturer, ref model);
                return "";
            }
        }

        if (square || aside.Index == 0)
        {
            remarks.Add(text);
            return "";
        }

        return aside.Value;
    }

    /// <summary>A model in front of the name or behind it: Talos F200X 高分辨透射电子显微镜, 高压灭菌锅HG-80, 高效液相色谱仪安捷伦 1260.</summary>
    private static string TakeFromEnds(string name, ref string? manufacturer, ref string? model, ref double confidence)
    {
        if (LatinEnd().Match(name) is { Success: true } end && name[..end.Index].TrimEnd(' ', '-', '—') is var rest
            && BrandSpotter.All(rest).LastOrDefault(b => b.End == rest.Length && b.Start > 0) is var brand
            && (IsModel(end.Groups["model"].Value) || (brand is not null && end.Groups["model"].Value.Any(char.IsAsciiDigit))))
        {
            if (brand is not null)
            {
                manufacturer = rest[brand.Start..];
                rest = rest[..brand.Start].TrimEnd();
            }

            if (rest.Any(TextCleaning.IsHan))
            {
                Take(end.Groups["model"].Value, ref manufacturer, ref model);
                confidence = Math.Min(confidence, 0.8);
                return rest;
            }

            manufacturer = null;
        }

        if (LatinStart().Match(name) is { Success: true } start && IsModel(start.Groups["model"].Value))
        {
            Take(start.Groups["model"].Value, ref manufacturer, ref model);
            confidence = Math.Min(confidence, 0.75);
            return name[start.Length..].TrimStart();
        }

        if (BrandSpotter.At(name, 0) is { Ambiguous: false } front && name.Length - front.End >= 3)
        {
            manufacturer = name[..front.End];
            confidence = Math.Min(confidence, 0.7);
            return name[front.End..].TrimStart();
        }

        if (BrandSpotter.All(name).LastOrDefault(b => b.End == name.Length && b.Start > 2 && !b.Ambiguous) is { } back)
        {
            manufacturer = name[back.Start..];
            confidence = Math.Min(confidence, 0.7);
            return name[..back.Start].TrimEnd(' ', '-');
        }

        return name;
    }

    private static void Take(string text, ref string? manufacturer, ref string? model)
    {
        if (BrandSpotter.First(text) is null)
        {
            model = TrailingWord().Replace(TextCleaning.Line(text), "");
            return;
        }

        var split = MakerModelSplit.Split(text);
        manufacturer ??= split.Manufacturer;
        model = split.Model;
    }

    // X, PCR, pH and BET belong to names; so do 600MHz and 120kV; what has letters and digits, or a maker in front, is a model.
    private static bool IsModel(string text)
    {
        text = text.Trim();
        if (Quantity().IsMatch(text))
            return false;
        if (BrandSpotter.At(text, 0) is { } brand && (!brand.Ambiguous || text.Any(char.IsAsciiDigit)) && brand.End < text.Length)
            return true;
        if (!text.Any(char.IsAsciiDigit) && InstrumentVocabulary.Current.KindOf(text) is not null)
            return false;
        if (CoinedWord().IsMatch(text))
            return true;
        return text.Any(char.IsAsciiDigit)
            ? text.Any(char.IsAsciiLetter) && !Formula().IsMatch(text)
            : text.Contains(' ', StringComparison.Ordinal) && text.Length > 6;
    }

    private static bool Mostly(string text, Func<char, bool> test) => text.Count(test) * 2 > text.Length;

    [GeneratedRegex(@"[\(（\[【](?<inside>[^()（）\[\]【】]*)[\)）\]】]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(?<room>\d{4,5}|\d{1,2}[A-Z]\d{2,3})(?=[\u4E00-\u9FFF])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RoomNumber();

    [GeneratedRegex(@"(?:(?<=[\u4E00-\u9FFF）\)])\s*[-－—#]\s*(?<copy>\d{1,2})\s*[#号]?$)|(?:(?<=[\)）])\s*(?<copy>\d{1,2})$)|(?:(?<=[\u4E00-\u9FFF])\s*[\(（](?<copy>\d{1,2})[\)）]$)|(?:(?<=[\u4E00-\u9FFF）\)])\s*(?<copy>\d{1,2})\s*[#号]$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CopyNumber();

    [GeneratedRegex(@"^\d+(?:\.\d+)?\s*(?i:mhz|ghz|khz|hz|kv|kev|mev|kw|w|ml|l|nm|μm|um|mm|cm|m|t|g|kg|k|v|兆|℃|°c|d|通道|孔|位)?$|℃|通道|型$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"[A-Za-z]{2,}\s*-?\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ModelWithQuantity();

    [GeneratedRegex(@"^(?<model>[A-Za-z0-9][A-Za-z0-9 \-/.+™®&]*[A-Za-z0-9+™®ⅠⅡⅢⅣ])\s*(?=[\u4E00-\u9FFF])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LatinStart();

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF）\)\-\s])(?<model>[A-Za-z0-9][A-Za-z0-9 \-/.+™®ⅠⅡⅢⅣ]*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LatinEnd();

    [GeneratedRegex(@"(?:\s*[\(（][^()（）]*[\)）])?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LastBracket();

    [GeneratedRegex(@"^(?:[A-Za-z]+[a-z][A-Z][A-Za-z]*|[A-Z]{3,}[a-z]{3,}|[A-Z]{1,4}-[A-Z]{1,2})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CoinedWord();

    [GeneratedRegex(@"(?<=[A-Za-z0-9])\s*型$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TrailingWord();

    [GeneratedRegex(@"^(?:PM2\.5|PM10|H2O|CO2|N2|O2|SO2|NOx|2D|3D|4D|\d+D)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Formula();
}
