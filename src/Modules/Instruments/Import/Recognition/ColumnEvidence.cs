using System.Text.RegularExpressions;
using Modular.Contracts;
using Modular.Contracts.Vocabulary;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>What the cells under a title look like: which share of them reads as each kind of value.</summary>
internal sealed partial class ColumnEvidence
{
    private const int MostCells = 200;

    private static readonly DateOnly FarAhead = new(9990, 1, 1);

    private readonly Dictionary<string, double> shares = new(StringComparer.Ordinal);

    public ColumnEvidence(IEnumerable<SheetCell> column)
    {
        Cells = [.. column.Where(c => !c.IsEmpty && !MoneyReading.IsBlank(c.Text)).Take(MostCells)];
        if (Cells.Count == 0)
            return;
        // A look at the beginning tells; long cells are long texts.
        var texts = Cells.Select(c => TextCleaning.Line(c.Text.Length > 300 ? c.Text[..300] : c.Text)).ToList();
        var distinct = texts.Distinct(StringComparer.Ordinal).Count();
        Unique = (double)distinct / texts.Count;
        Share("nameZh", c => InstrumentEnding().IsMatch(c) || (c.Length < 40 && c.Any(TextCleaning.IsHan) && InstrumentVocabulary.Current.KindOf(c) is not null), texts);
        Share("model", c => c.Length <= 40 && MakerModelSplit.HasModelLook(c) && !Phone().IsMatch(c) && !c.Contains('@') && Country(c) is null && c.Count(TextCleaning.IsHan) <= 6
            && !InstrumentEnding().IsMatch(c) && !DateLike(c), texts);
        Share("manufacturer", c => c.Length <= 60 && (BrandSpotter.First(c) is { Ambiguous: false } || c.EndsWith("公司", StringComparison.Ordinal)), texts);
        Share("makerAndModel", c => MakerModelSplit.Split(c) is { Manufacturer: not null, Model: not null }, texts);
        Share("nameAndModel", c => c.Any(TextCleaning.IsHan) && NameModelSplit.Split(c) is { } n && (n.Model ?? n.Manufacturer) is not null, texts);
        Share("originCountry", c => c.Length <= 20 && Country(c) is not null, texts);
        Share("number", c => Number().IsMatch(c), texts);
        Share("classCode", c => Classification.Find(ClassDigits(c)) is not null || (c.Length is > 2 and < 20 && Classification.All.Any(k => k.IsLeaf && string.Equals(k.NameZh, c, StringComparison.Ordinal))), texts);
        Share("department", c => c.Length <= 40 && Department().IsMatch(c), texts);
        Share("unitName", c => c.Length <= 40 && LegalEntity().IsMatch(c), texts);
        Share("contactName", c => c.Length is 2 or 3 && c.All(TextCleaning.IsHan), texts);
        Share("contactPhone", c => Phone().IsMatch(TextCleaning.HalfWidth(c)), texts);
        Share("contactEmail", c => Email().IsMatch(c), texts);
        Share("bookingUrl", c => c.StartsWith("http", StringComparison.OrdinalIgnoreCase) || c.StartsWith("www.", StringComparison.OrdinalIgnoreCase), texts);
        Share("postcode", c => c.Length == 6 && c.All(char.IsAsciiDigit) && Classification.Find(c) is null, texts);
        Share("flag", c => c is "是" or "否" or "有" or "无" or "Y" or "N", texts);
        Share("generality", c => c is "通用" or "专用", texts);
        Share("acquisition", c => TermReading.AcquisitionOf(c).Value is not null && !c.All(char.IsAsciiDigit), texts);
        Share("operatingStatus", c => TermReading.StatusOf(c).Value is not null && !c.All(char.IsAsciiDigit), texts);
        Share("region", c => c.Length <= 30 && Regions.All.Any(r => c.Contains(r.NameZh, StringComparison.Ordinal)), texts);
        Share("long", c => c.Length > 25, texts);
        Share("code", c => c.Length is >= 3 and <= 40 && c.Any(char.IsAsciiDigit) && c.All(k => char.IsAsciiLetterOrDigit(k) || k is '-' or '_' or '/' or '.' or ' '), texts);
        shares["date"] = (double)Cells.Count(c => c.Kind == SheetCellKind.Date || DateLike(c.Text)) / Cells.Count;
        shares["money"] = (double)Cells.Count(c => MoneyReading.Read(c, Plain).Value is > 0) / Cells.Count;
        shares["running"] = IsRunning(texts) ? 1 : 0;
        shares["sequence"] = Of("running") > 0 && texts[0].Length == 1 && texts[0][0] <= '1' ? 1 : 0;
    }

    public IReadOnlyList<SheetCell> Cells { get; } = [];

    public double Unique { get; }

    public double Of(string kind) => shares.GetValueOrDefault(kind);

    /// <summary>How well the cells go with the field, 0 to 1; null where cells say nothing about it.</summary>
    public double? Support(string fieldKey, ColumnTransform? transform)
    {
        if (Cells.Count == 0)
            return null;
        if (transform == ColumnTransform.MakerModel)
            return Math.Max(Of("makerAndModel"), Math.Max(Of("manufacturer"), Of("model")));
        return fieldKey switch
        {
            "nameZh" => Math.Max(Of("nameZh"), Of("sequence") > 0 ? 0 : 0.2),
            "model" => Math.Max(Of("model"), 0.2),
            "manufacturer" => Of("originCountry") > 0.8 ? 0.05 : Math.Max(Of("manufacturer"), 0.2),
            "originCountry" => Of("originCountry"),
            "originalValueFen" => Of("date") > 0.8 && Of("number") < 0.5 ? 0 : Of("money"),
            "bookedOn" or "inUseSince" or "acceptedOn" or "customsReleasedOn" => Of("date"),
            "classCode" => Of("classCode") > 0.3 ? Of("classCode") : Of("number") > 0.8 || Of("code") > 0.8 ? 0.2 : 0.3,
            "assetNumber" => Of("running") > 0 ? 0.1 : Of("code") > 0.6 ? Unique : Of("number") > 0.9 ? 0.1 : 0.2,
            "contactPhone" => Math.Max(Of("contactPhone"), 0.16),
            "contactEmail" => Of("contactEmail"),
            "annualHours" or "externalHours" => Of("number"),
            "department" => Of("number") > 0.8 ? 0.1 : Math.Max(Of("department"), 0.2),
            _ => null,
        };
    }

    /// <summary>What the cells alone say, where the title says nothing.</summary>
    public (string FieldKey, double Confidence)? BestGuess()
    {
        if (Cells.Count < 3)
            return null;
        (string Key, double Share)[] guesses =
        [
            (ColumnTitles.Ignored, Of("sequence")), ("contactEmail", Of("contactEmail")), ("bookingUrl", Of("bookingUrl")), ("contactPhone", Of("contactPhone")),
            ("originCountry", Of("originCountry")), ("classCode", Of("classCode")), ("generality", Of("generality")), ("bookedOn", Of("date") > 0.8 && Of("number") < 1 ? Of("date") : 0),
            ("nameZh", Of("nameZh")), ("manufacturer", Of("manufacturer")), ("model", Of("long") < 0.1 ? Of("model") * 0.9 : 0), ("functions", Of("long") * 0.8),
            ("assetNumber", Of("code") > 0.9 && Unique > 0.95 ? 0.75 : 0), ("department", Of("department") * 0.9),
        ];
        var best = guesses.MaxBy(g => g.Share);
        return best.Share >= 0.6 ? (best.Key, best.Share * 0.65) : null;
    }

    private static readonly MoneyColumn Plain = new(MoneyUnit.TenThousandYuan, 1, "", null);

    private void Share(string kind, Func<string, bool> test, List<string> texts) => shares[kind] = (double)texts.Count(test) / texts.Count;

    private static Country? Country(string text) => Countries.Find(text.Trim('(', ')', '（', '）'));

    private static bool DateLike(string text) => DateReading.Read(SheetCell.OfText(text), DateColumn.Unknown, FarAhead).Value is not null;

    private static string ClassDigits(string text) => string.Concat(text.TakeWhile(char.IsAsciiDigit).Take(7)) is { Length: 5 or 6 } digits ? digits.PadLeft(6, '0') : "";

    private static bool IsRunning(List<string> texts)
    {
        var steps = 0;
        for (var i = 1; i < texts.Count; i++)
            steps += int.TryParse(texts[i - 1], out var before) && int.TryParse(texts[i], out var here) && here == before + 1 ? 1 : 0;
        return texts.Count > 2 && steps >= (texts.Count - 1) * 0.9;
    }

    [GeneratedRegex(@"(?:仪|计|镜|机|器|系统|装置|站|箱|炉|泵|天平|平台|设备|谱|秤|台|枪|槽|柜|床|笔|表|线|池|库|舱|刀|车|源)(?:\s*[\(（\[【].*)?(?:\s*-?\d{0,2})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InstrumentEnding();

    [GeneratedRegex(@"^(?:约|￥|¥)?\s*[+-]?\d[\d, ]*(?:\.\d+)?\s*(?:万元|万|元|小时|h)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:学院|系|所|中心|实验室|研究室|科室|科|处|部|室|课题组|平台|教研室|车间|基地|站|团队|公司|院)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Department();

    [GeneratedRegex(@"(?:大学|研究院|研究所|公司|医院|科学院|集团|局|检测中心|总站|农科院|疾控中心|疾病预防控制中心|职业技术学院|医学院)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LegalEntity();

    [GeneratedRegex(@"^(?:1[3-9]\d{9}|(?:0\d{2,3}[-\s)]?)?\d{7,8}(?:-\d{1,5})?|\(0\d{2,3}\)\s*\d{7,8}|\d{4}-\d{7,8})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();
}
