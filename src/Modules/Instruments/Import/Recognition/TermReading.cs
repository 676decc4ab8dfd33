using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Modular.Contracts;

namespace Modular.Instruments;

/// <summary>Reads the fields that hold terms of a list, in the words real lists use for them.</summary>
internal static partial class TermReading
{
    // Four are allowed; a cell with hundreds is prose, and one fault says so as well as hundreds.
    private const int MostParts = 12;

    private static readonly FrozenDictionary<string, bool> Flags = Terms(
        (true, "是|有|在|y|yes|true|1|√|✓|对|在监管期|监管期内|免税|属于"), (false, "否|无|不是|不在|非|n|no|false|0|×|✗|x|没有|不|已解除|已解除监管|不属于|超过监管年限|未免税"));

    private static readonly FrozenDictionary<string, Acquisition> Acquisitions = Terms(
        (Acquisition.Purchased, "购置|购买|采购|外购|购入|购进|新购|自购|政府采购|集中采购|分散采购|招标采购|公开招标|1|purchased|1购置"),
        (Acquisition.Developed, "研制|自制|自研|自行研制|自主研制|自行研发|自主研发|研发|合作研制|2|developed|自建|2研制"),
        (Acquisition.Donated, "赠送|捐赠|受赠|接受捐赠|接受赠送|无偿捐赠|赠与|3|donated|3赠送"),
        (Acquisition.Other, "其他|其它|调拨|划拨|无偿调拨|无偿调入|无偿划拨|调入|置换|盘盈|租赁|借用|4|other|4其他"));

    private static readonly FrozenDictionary<string, Generality> Generalities = Terms(
        (Generality.Special, "专用|专用设备|专用仪器|专用仪器设备|1|1专用|special"), (Generality.General, "通用|通用设备|通用仪器|通用仪器设备|2|2通用|general"));

    private static readonly FrozenDictionary<string, FundingSource> Fundings = Terms(
        (FundingSource.Central, "中央财政资金|中央财政|中央|国家财政|国拨|国家拨款|中央专项|国家项目|国家科技计划|国家自然科学基金|中央财政专项|修购专项|中央财政拨款|1|central"),
        (FundingSource.Local, "地方财政资金|地方财政|地方|自治区财政|省财政|省级财政|市财政|财政资金|财政拨款|省拨|自治区|地方财政拨款|自治区财政资金|盟市财政|财政|财政专项|2|local"),
        (FundingSource.Own, "单位自有资金|自有资金|自筹|自筹资金|单位自筹|自有|学校自筹|企业自筹|事业收入|横向经费|单位资金|学校经费|3|own"),
        (FundingSource.Other, "其他资金|其他|其它|捐赠|世行贷款|贷款|社会捐赠|银行贷款|4|other"));

    private static readonly FrozenDictionary<string, OperatingStatus> Statuses = Terms(
        (OperatingStatus.InService, "正常|在用|完好|良好|正常使用|使用中|运行|正常运行|运行正常|运行良好|可用|正常工作|启用|远程服务中|使用|在役|正常开放|1|3|inservice|normal|in use|in service"),
        (OperatingStatus.Idle, "待机|闲置|停用|未使用|不用|封存|待用|停机|备用|2|idle"),
        (OperatingStatus.OccasionalFaults, "偶有故障|偶尔故障|偶发故障|4|occasionalfaults"),
        (OperatingStatus.FrequentFaults, "故障频繁|经常故障|频繁故障|5|frequentfaults"),
        (OperatingStatus.UnderRepair, "待修|维修|故障|维修中|损坏|故障待修|在修|送修|检修|待维修|已损坏|6|underrepair|repair|broken"),
        (OperatingStatus.AwaitingDisposal, "待报废|报废|拟报废|待处置|已报废|报废中|7|awaitingdisposal|scrapped"));

    private static readonly FrozenDictionary<string, SharingMode> Sharings = Terms(
        (SharingMode.Internal, "内部共享|内部|校内|院内|所内|单位内|单位内部|校内共享|院内共享|单位内共享|对内|对内开放|校内开放|1|internal"),
        (SharingMode.External, "外部共享|外部|对外|对外开放|开放|开放共享|校内外|校内外共享|社会共享|全社会|社会开放|共享|全部|校外|对外共享|面向社会|是|2|external"),
        (SharingMode.None, "不共享|不开放|不对外|无|否|不共享使用|专用|3|none"));

    private static readonly FrozenDictionary<string, CarrierType> Carriers = Terms(
        (CarrierType.None, "无|不附属|否|4|none"), (CarrierType.InstrumentCentre, "科学仪器中心|附属于科学仪器中心|1|仪器中心"),
        (CarrierType.Facility, "重大科研基础设施|大型科学装置|附属于重大科研基础设施|附属于大型科学装置|2|科学装置"),
        (CarrierType.ServiceUnit, "科学仪器服务单元|科学服务单元|附属于科学服务单元|服务单元|3"), (CarrierType.KeyLaboratory, "国家重点实验室|附属于国家重点实验室|全国重点实验室|6"),
        (CarrierType.EngineeringCentre, "国家工程技术研究中心|附属于国家工程技术研究中心|7"), (CarrierType.GermplasmBank, "生物种质资源库馆|附属于生物种质资源库馆|生物种质资源库|8"));

    public static Reading<bool?> FlagOf(string text) => One(text, Flags, "flag.unknown");

    public static Reading<Acquisition?> AcquisitionOf(string text) => One(text, Acquisitions, "acquisition.unknown");

    public static Reading<Generality?> GeneralityOf(string text) => One(text, Generalities, "generality.unknown");

    public static Reading<OperatingStatus?> StatusOf(string text) => One(text, Statuses, "status.unknown");

    public static Reading<SharingMode?> SharingOf(string text) => One(text, Sharings, "sharing.unknown");

    public static Reading<CarrierType?> CarrierOf(string text) => One(text, Carriers, "carrier.unknown");

    /// <summary>Up to four sources 主要购置经费来源.</summary>
    public static Reading<List<FundingSource>> FundingsOf(string text)
    {
        var found = new List<FundingSource>();
        var faults = new List<ValueFault>();
        foreach (var part in Parts(text).Take(MostParts))
        {
            if (Fundings.TryGetValue(Key(part), out var source))
                found.Add(source);
            else
                faults.Add(ValueFault.Error("funding.unknown", part));
        }

        return new([.. found.Distinct()], faults);
    }

    /// <summary>Up to four disciplines 主要学科领域, by code, name or nearly the name.</summary>
    public static Reading<List<string>> DisciplinesOf(string text)
    {
        var found = new List<string>();
        var faults = new List<ValueFault>();
        var rest = TextCleaning.Line(text);
        // Some names hold the very comma that separates others: 畜牧、兽医科学.
        foreach (var discipline in Disciplines.All.Where(d => d.NameZh.Contains('、', StringComparison.Ordinal)))
        {
            if (!rest.Contains(discipline.NameZh, StringComparison.Ordinal))
                continue;
            found.Add(discipline.Code);
            rest = rest.Replace(discipline.NameZh, "，", StringComparison.Ordinal);
        }

        // 150 化学 is one, 化学 物理学 are two.
        var parts = ListMarks().Split(rest).Select(p => p.Trim()).Where(p => p.Length > 0).SelectMany(p => DisciplineOf(p) is null ? Parts(p) : [p]);
        foreach (var part in parts.Take(MostParts))
        {
            if (DisciplineOf(part) is not { } code)
                faults.Add(new ValueFault("discipline.unknown", FaultSeverity.Error, [part], NearestDiscipline(part)));
            else if (!found.Contains(code, StringComparer.Ordinal))
                found.Add(code);
        }

        if (found.Count > 4)
            faults.Add(ValueFault.Error("discipline.too-many", found.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return new(found, faults);
    }

    /// <summary>The country's short name 产地国别; a cell may hold the maker's place too.</summary>
    public static Reading<string> CountryOf(string text)
    {
        var clean = TextCleaning.Line(text).Trim('(', ')', '（', '）');
        if (MoneyReading.IsBlank(clean))
            return Reading<string>.Nothing;
        if (clean.Length > 200)
            return Reading<string>.Fault(ValueFault.Error("country.unknown", clean[..20]));
        if (Countries.Find(clean) is { } exact)
            return Reading<string>.Of(exact.NameZh);
        var several = Parts(clean).Select(Countries.Find).OfType<Country>().Distinct().ToList();
        if (several.Count > 1)
            return Reading<string>.Of(several[0].NameZh, ValueFault.Warning("country.several", [.. several.Select(c => c.NameZh)]));
        return (several is [var one] ? one.NameZh : MakerModelSplit.CountryOf(clean)) is { } found
            ? Reading<string>.Of(found)
            : Reading<string>.Fault(ValueFault.Error("country.unknown", clean));
    }

    /// <summary>The county or league a place belongs to 安放地址: by code, by the three names apart, or by an address that holds them.</summary>
    public static Reading<string> RegionOf(string? province, string? city, string? county)
    {
        var written = string.Concat(new[] { province, city, county }.Where(t => t is not null && !MoneyReading.IsBlank(t)).Select(t => TextCleaning.Line(t!)));
        if (written.Length == 0)
            return Reading<string>.Nothing;
        if (written.Length > 500)
            return Reading<string>.Fault(ValueFault.Error("region.unknown", written[..20]));
        if (SixDigits().Match(TextCleaning.HalfWidth(county ?? written)) is { Success: true } digits)
        {
            return Regions.Find(digits.Value) is { Level: not RegionLevel.Province } coded
                ? Reading<string>.Of(coded.Code)
                : Reading<string>.Fault(ValueFault.Error("region.unknown", digits.Value));
        }

        var places = Regions.All.Where(r => r.Level != RegionLevel.Province)
            .Select(r => (Region: r, Length: NameIn(r, written)))
            .Where(p => p.Length > 0)
            .OrderByDescending(p => p.Region.Level == RegionLevel.County).ThenByDescending(p => p.Length)
            .ToList();
        if (places.Count == 0)
            return Reading<string>.Fault(ValueFault.Error("region.unknown", written));
        var leagues = places.Where(p => p.Region.Level == RegionLevel.LeagueOrCity).Select(p => p.Region.Code).ToList();
        var best = places.Find(p => p.Region.Level == RegionLevel.County && (leagues.Count == 0 || leagues.Contains(p.Region.ParentCode!, StringComparer.Ordinal)));
        if (best.Region is not null)
            return Reading<string>.Of(best.Region.Code);
        return places.Exists(p => p.Region.Level == RegionLevel.County)
            ? Reading<string>.Fault(ValueFault.Error("region.county-elsewhere", written))
            : Reading<string>.Of(leagues[0], ValueFault.Warning("region.county-missing", written));
    }

    // 赛罕区 as 赛罕 where it stands alone; shorter names need their ending (东河 may be a river).
    private static int NameIn(Region region, string written)
    {
        if (written.Contains(region.NameZh, StringComparison.Ordinal))
            return region.NameZh.Length;
        var bare = region.NameZh.TrimEnd('市', '区', '县', '旗', '盟');
        return bare.Length >= 3 && written.Contains(bare, StringComparison.Ordinal) || bare.Length == 2 && string.Equals(written, bare, StringComparison.Ordinal) ? bare.Length : 0;
    }

    private static string? DisciplineOf(string part)
    {
        if (DisciplineDigits().Match(TextCleaning.HalfWidth(part)) is { Success: true } digits && Disciplines.Find(digits.Groups["code"].Value) is { } coded)
            return coded.Code;
        return Disciplines.FindByName(part)?.Code ?? Disciplines.FindByName($"{part}学")?.Code
            ?? (part.EndsWith('学') && Disciplines.FindByName($"{part[..^1]}科学") is { } science ? science.Code : null);
    }

    private static string? NearestDiscipline(string part) => Disciplines.All
        .Where(d => part.Length is >= 2 and <= 40 && (d.NameZh.Contains(part, StringComparison.Ordinal) || part.Contains(d.NameZh, StringComparison.Ordinal) || EditDistance.Between(d.NameZh, part) <= 1))
        .Select(d => d.NameZh).FirstOrDefault();

    private static Reading<T?> One<T>(string text, FrozenDictionary<string, T> terms, string code)
        where T : struct
    {
        if (terms.TryGetValue(text, out var plain))
            return Reading<T?>.Of(plain);
        var key = Key(text);
        if (key.Length == 0)
            return Reading<T?>.Nothing;
        if (terms.TryGetValue(key, out var value))
            return Reading<T?>.Of(value);
        return MoneyReading.IsBlank(text) ? Reading<T?>.Nothing : Reading<T?>.Fault(ValueFault.Error(code, TextCleaning.Line(text)));
    }

    private static string Key(string text) =>
        string.Concat(TextCleaning.HalfWidth(text).Where(c => !char.IsWhiteSpace(c) && c is not ('.' or ':' or ',' or '(' or ')' or '"'))).ToLowerInvariant();

    private static IEnumerable<string> Parts(string text) => Separators().Split(TextCleaning.Line(text)).Select(p => p.Trim()).Where(p => p.Length > 0);

    private static FrozenDictionary<string, T> Terms<T>(params (T Value, string Words)[] terms) => terms
        .SelectMany(t => t.Words.Split('|').Select(word => (word: Key(word), t.Value)))
        .DistinctBy(t => t.word, StringComparer.Ordinal)
        .ToFrozenDictionary(t => t.word, t => t.Value, StringComparer.Ordinal);

    [GeneratedRegex(@"[，,、;；/|\n\s]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"[，,、;；/|\n]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListMarks();

    [GeneratedRegex(@"^\d{6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"^(?<code>\d{3})(?:[.\d]*)?(?:\s*\D*)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DisciplineDigits();
}
