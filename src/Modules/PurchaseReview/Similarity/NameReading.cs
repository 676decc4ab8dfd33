using System.Text;
using Modular.Contracts.Vocabulary;

namespace Modular.PurchaseReview;

/// <summary>What a name says: the kind its head word names, further kinds, whether it is an accessory, and the stem left when all that is common is taken away.</summary>
/// <param name="Kind">−1 where no kind is known.</param>
/// <param name="Also">Further kinds named beside it: the EDS of 透射电子显微镜-能谱仪.</param>
/// <param name="Unsure">The kind was read from a spelling that may mean another.</param>
internal sealed record NameReading(int Kind, int[] Also, bool Accessory, bool Unsure, string Stem)
{
    // A name so near to a known one that a shorter word inside it must not decide.
    const float Confident = 0.8f;

    public static readonly NameReading Nothing = new(-1, [], Accessory: false, Unsure: false, "");

    // A part or an addition: the head word names what it belongs to.
    static readonly string[] Parts =
    [
        "附件", "配件", "探头", "软件", "检测器", "进样器", "样品台", "样品杆", "离子源", "耗材", "升级", "改造", "维修", "色谱柱", "配套", "循环水", "冷水机", "稳压电源", "电源",
        "氢气发生器", "氮气发生器", "空压机", "空气压缩机", "镜头", "物镜", "光源", "夹具", "转子", "支架", "专用桌", "适配器", "顶空", "自动加样器", "样品池", "滤光片", "灯管", "部件",
        "备件", "模块", "套件", "组件", "传感器", "数据处理", "工作台", "隔音罩", "机柜", "耗件", "原位台", "加热台", "冷却装置", "冷却系统", "前处理装置", "用泵", "主板", "控制器",
    ];

    static readonly string[] Fillers =
    [
        "微机控制", "计算机控制", "电脑控制", "全自动", "半自动", "自动化", "自动", "智能化", "智能", "多功能", "高性能", "高精度", "高灵敏度", "高灵敏", "便携式", "便携", "手持式", "台式", "落地式",
        "立式", "卧式", "桌面", "数字化", "数字式", "数显", "数字", "电脑", "实验室", "实验用", "新型", "进口", "国产", "大型", "小型", "精密", "综合", "通用", "专用", "研究级", "科研级",
        "快速", "在线", "现场", "车载", "高级", "高端", "新一代", "第二代", "第三代", "程控", "电子式", "一体化", "一体式", "模块化", "双光束", "双通道", "四通道", "八通道", "多通道", "双道", "多道",
        "单道", "超高", "高速", "低速", "大容量", "大功率", "高通量", "高分辨率", "高分辨", "超高分辨", "工业", "教学", "医用", "型号", "型", "式", "的", "及其", "附属", "成套",
    ];

    static readonly string[] Endings =
    [
        "分析测试系统", "综合测试系统", "测试分析系统", "分析系统", "测试系统", "测量系统", "检测系统", "监测系统", "试验系统", "实验系统", "实验装置", "试验装置", "测试装置", "测量装置",
        "检测装置", "测定装置", "测试平台", "实验平台", "分析仪器", "测量仪器", "测试仪器", "检测仪器", "分析仪", "测定仪", "测试仪", "测量仪", "检测仪", "检定仪", "监测仪", "试验机",
        "试验仪", "实验仪", "测试机", "试验台", "实验台", "测试台", "工作站", "仪器", "系统", "装置", "设备", "平台", "机组", "机", "仪", "器", "计",
    ];

    static readonly (string Written, string Meant)[] Morphemes =
    [
        ("分光光度", "光谱"), ("光度计", "光谱"), ("测定", ""), ("测试", ""), ("测量", ""), ("检测", ""), ("检定", ""), ("监测", ""), ("分析", ""), ("试验", ""), ("实验", ""), ("显微系统", "显微镜"),
        ("兆", ""), ("水蒸气", "蒸汽"), ("蒸气", "蒸汽"), ("粘度", "黏度"), ("超声波", "超声"), ("振荡", "震荡"), ("体视", "立体"), ("热像", "热成像"), ("扩增", "pcr"), ("傅里叶变换", ""), ("傅里叶", ""), ("激光", "激光"), ("电镜", "电子显微镜"),
    ];

    public static NameReading Read(string? nameZh, string? nameEn)
    {
        var chinese = string.IsNullOrWhiteSpace(nameZh) ? null : ReadOne(nameZh);
        if (chinese is { Kind: >= 0, Unsure: false } && !KindTable.IsHeading(KindTable.Of(chinese.Kind))) return chinese;
        if (string.IsNullOrWhiteSpace(nameEn)) return chinese ?? Nothing;
        var english = ReadOne(nameEn);
        if (chinese is null) return english;
        // The English name tells what an unclear Chinese one leaves open.
        if (english.Kind < 0 || (chinese.Kind >= 0 && english.Unsure) || (chinese.Kind >= 0 && KindTable.IsHeading(KindTable.Of(english.Kind)))) return chinese;
        return chinese with { Kind = english.Kind, Also = english.Also, Unsure = english.Unsure };
    }

    static NameReading ReadOne(string name)
    {
        var (main, aside) = SplitAside(name);
        var folded = FoldedText.Name(main);
        var stem = StemOf(folded);
        var head = HeadOf(main, folded);
        // The whole name said in other words tells more than a known word somewhere in it.
        var same = StemTable.SameWhole(StemOf(folded, keepAdjectives: true));
        if (same >= 0 && head is { Unsure: false, Accessory: false } && head.Kind == same) return head with { Stem = stem };
        if (same < 0 && (head is null || head.Unsure || KindTable.IsHeading(KindTable.Of(head.Kind)))) same = StemTable.SameBare(stem);
        if (same >= 0 && (head is null || head.Kind != same)) return new NameReading(same, head is null ? [] : head.Also, Accessory: false, Unsure: false, stem);
        if (head is null && aside.Length > 0) head = HeadOf(aside, FoldedText.Name(aside));
        if (head is null || KindTable.IsHeading(KindTable.Of(head.Kind)))
        {
            var near = StemTable.Nearest(stem);
            if (near >= 0) return new NameReading(near, [], IsPart(folded), Unsure: false, stem);
        }
        else if (StemTable.Nearest(stem, Confident) is >= 0 and var better && better != head.Kind && KindTable.Between(better, head.Kind) >= KindRelation.SameField)
            return head with { Kind = better, Stem = stem };
        return head is null ? new NameReading(-1, [], IsPart(folded), Unsure: false, stem) : head with { Stem = stem };
    }

    static NameReading? HeadOf(string raw, string folded)
    {
        if (folded.Length == 0) return null;
        var whole = Best(folded, out var all);
        if (whole is not { } chosen) return null;
        // 酶标仪、洗板机 is a microplate reader that comes with a washer: of a list, the first that is named in full.
        var cut = raw.IndexOfAny(['、', '/', '+', '＋', '；', ';', '，', ',', '&']);
        if (cut > 0 && chosen.Start > 0 && FoldedText.Name(raw[..cut]) is { Length: > 0 } first && first.Length <= chosen.Start
            && Best(first, out _) is { } early && early.Weight >= 6 && Nature(early) != SpellingNature.Ambiguous)
            chosen = early;
        var kind = Surest(chosen);
        var also = all.Where(m => m.Start != chosen.Start).Select(Surest).Where(other => other.Id != kind.Id && !kind.Is(other) && !KindTable.IsHeading(other)).Select(other => other.Id).Distinct().ToArray();
        var tail = chosen.End < folded.Length ? folded[chosen.End..] : "";
        return new NameReading(kind.Id, also, IsPart(tail), Nature(chosen) == SpellingNature.Ambiguous, "");
    }

    // 液相色谱柱, 质谱仪泵: one more noun after the instrument's own.
    const string PartNouns = "柱泵灯阀管头瓶池盘架卡板针杯盒膜液气油线杆槽罩布";

    static bool IsPart(string tail) => tail.Length > 0 && (tail.Length == 1 && PartNouns.Contains(tail[0], StringComparison.Ordinal)) || tail.Length > 0 && Parts.Any(word => tail.EndsWith(word, StringComparison.Ordinal) || tail.StartsWith(word, StringComparison.Ordinal) || tail.StartsWith("用" + word, StringComparison.Ordinal));

    static Mention<InstrumentKind>? Best(string folded, out List<Mention<InstrumentKind>> all)
    {
        all = [];
        Mention<InstrumentKind>? best = null;
        for (var i = 0; i < folded.Length; i++)
        {
            if (InstrumentVocabulary.Current.KindAt(folded, i) is not { } mention) continue;
            all.Add(mention);
            if (best is null || Trust(mention) >= Trust(best.Value)) best = mention;
            i = mention.End - 1;
        }
        return best;
    }

    static SpellingNature Nature(Mention<InstrumentKind> mention) => mention.Meanings.Any(m => m.Nature != SpellingNature.Ambiguous) ? SpellingNature.Usual : SpellingNature.Ambiguous;

    static int Trust(Mention<InstrumentKind> mention) =>
        (Nature(mention) == SpellingNature.Ambiguous ? 1 : 2) * mention.Weight * 4 / (KindTable.IsHeading(Surest(mention)) ? 8 : 4);

    static InstrumentKind Surest(Mention<InstrumentKind> mention)
    {
        foreach (var (kind, nature) in mention.Meanings)
        {
            if (nature != SpellingNature.Ambiguous) return kind;
        }
        return mention.Meanings[0].Meaning;
    }

    static (string Main, string Aside) SplitAside(string name)
    {
        if (name.AsSpan().IndexOfAny("(（[【") < 0) return (name, "");
        var (main, aside, depth) = (new StringBuilder(name.Length), new StringBuilder(), 0);
        foreach (var c in name)
        {
            if (c is '(' or '（' or '[' or '【') depth++;
            (depth > 0 ? aside : main).Append(c is '(' or '（' or ')' or '）' or '[' or ']' or '【' or '】' ? ' ' : c);
            if (c is ')' or '）' or ']' or '】') depth = Math.Max(0, depth - 1);
        }
        return (main.ToString().Trim(), aside.ToString().Trim());
    }

    /// <summary>What names the instrument when makers, models, common adjectives and the words every instrument ends in are gone.</summary>
    public static string StemOf(string folded, bool keepAdjectives = false)
    {
        var text = new StringBuilder(folded.Length);
        foreach (var word in folded.Split(' '))
        {
            for (var i = 0; i < word.Length;)
            {
                var from = i;
                if (FoldedText.IsHan(word[i]))
                {
                    while (i < word.Length && FoldedText.IsHan(word[i])) i++;
                    text.Append(word, from, i - from);
                    continue;
                }
                while (i < word.Length && !FoldedText.IsHan(word[i])) i++;
                // Words with digits are models, rooms or numbers.
                if (!word.AsSpan(from, i - from).ContainsAnyInRange('0', '9') && i - from >= 2) text.Append(word, from, i - from);
            }
        }
        var stem = text.ToString();
        if (InstrumentVocabulary.Current.BrandMentionedIn(stem) is not null) stem = WithoutBrand(stem);
        foreach (var (written, meant) in Morphemes) stem = stem.Replace(written, meant, StringComparison.Ordinal);
        foreach (var filler in Fillers)
        {
            if (!keepAdjectives && stem.Length > filler.Length + 1) stem = stem.Replace(filler, "", StringComparison.Ordinal);
        }
        foreach (var ending in Endings)
        {
            if (stem.Length > ending.Length + 1 && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                stem = stem[..^ending.Length];
                break;
            }
        }
        return stem;
    }

    static string WithoutBrand(string stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (InstrumentVocabulary.Current.BrandAt(stem, i) is { } mention && mention.Meanings[0].Nature != SpellingNature.Ambiguous && mention.Weight >= 4 && stem.Length - (mention.End - mention.Start) >= 2)
                return stem.Remove(mention.Start, mention.End - mention.Start);
        }
        return stem;
    }
}
