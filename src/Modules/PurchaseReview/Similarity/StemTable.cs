using System.Runtime.InteropServices;
using Modular.Contracts.Vocabulary;

namespace Modular.PurchaseReview;

/// <summary>
/// Kinds by the stems of their spellings, for names written a little differently from all that is known: 化学吸附分析仪 has the stem
/// of 化学吸附仪, and X射线三维显微镜 the characters of 三维X射线显微镜.
/// </summary>
internal static class StemTable
{
    const float Near = 0.72f;

    // What people at the bench say; only where it is the whole name.
    static readonly (string Said, string Kind)[] Spoken =
    [
        ("液相", "高效液相色谱仪"), ("气相", "气相色谱仪"), ("核磁", "核磁共振波谱仪"), ("红外", "傅里叶变换红外光谱仪"), ("紫外", "紫外可见分光光度计"), ("原吸", "原子吸收光谱仪"),
        ("原荧", "原子荧光光谱仪"), ("超离", "超速离心机"), ("透射", "透射电子显微镜"), ("荧光定量", "实时荧光定量PCR仪"), ("分子互作", "表面等离子共振分析仪"), ("互作", "表面等离子共振分析仪"),
        ("冷镜", "冷冻透射电子显微镜"), ("球差", "球差校正透射电子显微镜"), ("双束", "聚焦离子束-扫描电子显微镜双束系统"), ("三重四极杆", "液相色谱-三重四极杆质谱联用仪"), ("串联质谱", "液相色谱-三重四极杆质谱联用仪"),
        ("共聚焦", "激光扫描共聚焦显微镜"), ("激光共聚焦", "激光扫描共聚焦显微镜"), ("双光子", "双光子显微镜"), ("高内涵", "高内涵细胞成像分析系统"), ("冻干", "冷冻干燥机"), ("差热", "差热分析仪"),
        ("碳硫", "碳硫分析仪"), ("氧氮氢", "氧氮氢分析仪"), ("定氮", "凯氏定氮仪"), ("比表面", "比表面及孔隙度分析仪"), ("粒度", "激光粒度分析仪"), ("压汞", "压汞仪"), ("探地", "地质雷达"),
        ("单晶", "X射线单晶衍射仪"), ("粉晶", "X射线衍射仪"), ("能谱", "X射线能谱仪"), ("电子能谱", "X射线光电子能谱仪"), ("圆二色", "圆二色光谱仪"), ("元素", "元素分析仪"), ("测汞", "测汞仪"),
    ];

    static readonly List<(string Stem, int Kind, int Grams)> Stems = [];
    static readonly Dictionary<string, int> Whole = new(StringComparer.Ordinal);
    static readonly Dictionary<string, int> Bare = new(StringComparer.Ordinal);
    static readonly Dictionary<int, List<int>> ByGram = Build();

    /// <summary>The kind with this very stem, adjectives and all; −1 where none or more than one has it.</summary>
    public static int SameWhole(string stem) => Whole.GetValueOrDefault(stem, -1);

    /// <summary>The kind with this very stem when the common adjectives are gone: less sure, for 高速 and 智能 may make the kind.</summary>
    public static int SameBare(string stem) => Bare.GetValueOrDefault(stem, -1);

    /// <summary>The kind whose stem shares most characters and pairs of them with this one; −1 where none shares enough.</summary>
    public static int Nearest(string stem, float atLeast = Near)
    {
        if (stem.Length < 3 || !stem.Any(FoldedText.IsHan)) return -1;
        var grams = Grams(stem);
        var shared = new Dictionary<int, int>();
        foreach (var gram in grams)
        {
            foreach (var entry in ByGram.GetValueOrDefault(gram) ?? []) CollectionsMarshal.GetValueRefOrAddDefault(shared, entry, out _)++;
        }
        var (best, kind, rival) = (0f, -1, 0f);
        foreach (var (entry, common) in shared)
        {
            if (Stems[entry].Stem.Length < 3) continue;
            var likeness = 2f * common / (grams.Length + Stems[entry].Grams);
            if (likeness > best)
            {
                if (Stems[entry].Kind != kind) rival = best;
                (best, kind) = (likeness, Stems[entry].Kind);
            }
            else if (likeness > rival && Stems[entry].Kind != kind) rival = likeness;
        }
        return best >= atLeast && best > rival ? kind : -1;
    }

    // Of two kinds that do the same work either will do; a stem of two that do not says nothing.
    static void Learn(Dictionary<string, int> kinds, string stem, int kind)
    {
        if (!kinds.TryGetValue(stem, out var known)) kinds[stem] = kind;
        else if (known >= 0 && KindTable.Between(known, kind) < KindRelation.Variant) kinds[stem] = -1;
    }

    /// <summary>Single characters and pairs, each once.</summary>
    public static int[] Grams(string stem)
    {
        var grams = new HashSet<int>();
        for (var i = 0; i < stem.Length; i++)
        {
            grams.Add(stem[i]);
            if (i > 0) grams.Add((stem[i - 1] << 16) | stem[i]);
        }
        return [.. grams];
    }

    static Dictionary<int, List<int>> Build()
    {
        var byGram = new Dictionary<int, List<int>>();
        var seen = new HashSet<(int, string)>();
        foreach (var kind in InstrumentVocabulary.Current.Kinds)
        {
            if (KindTable.IsHeading(kind)) continue;
            foreach (var spelling in kind.Spellings)
            {
                if (spelling.Ambiguous || !spelling.Text.Any(FoldedText.IsHan)) continue;
                var stem = NameReading.StemOf(FoldedText.Name(spelling.Text));
                if (stem.Length < 2 || !seen.Add((kind.Id, stem))) continue;
                Learn(Bare, stem, kind.Id);
                var whole = NameReading.StemOf(FoldedText.Name(spelling.Text), keepAdjectives: true);
                Learn(Whole, whole, kind.Id);
                var grams = Grams(stem);
                foreach (var gram in grams) (CollectionsMarshal.GetValueRefOrAddDefault(byGram, gram, out _) ??= []).Add(Stems.Count);
                Stems.Add((stem, kind.Id, grams.Length));
            }
        }
        var byName = InstrumentVocabulary.Current.Kinds.ToDictionary(kind => kind.NameZh, kind => kind.Id, StringComparer.Ordinal);
        foreach (var (said, kind) in Spoken) Whole[NameReading.StemOf(said, keepAdjectives: true)] = byName[kind];
        return byGram;
    }
}
