namespace Modular.Contracts.Vocabulary;

/// <summary>What a name says the instrument is.</summary>
/// <param name="Also">Further kinds in the same name: the EDS of 透射电子显微镜-能谱仪.</param>
/// <param name="Accessory">The name ends in a part or an addition (离子源, 工作站) rather than in the instrument.</param>
public sealed record KindReading(InstrumentKind Kind, IReadOnlyList<InstrumentKind> Also, bool Accessory);

/// <summary>
/// The field's shared language: what instruments are called, who makes them, and that SEM, 扫描电镜 and scanning electron microscope
/// are one kind. It stands among the contracts because the catalogue's search and the duplication check 查重 of purchases
/// must understand names alike, and modules do not see each other.
/// </summary>
public sealed class InstrumentVocabulary
{
    private static readonly string[] AccessoryWords =
    [
        "附件", "配件", "探头", "软件", "数据处理系统", "检测器", "进样器", "顶空", "循环水", "冷水机", "稳压", "电源", "样品台", "样品杆",
        "耗材", "离子源", "氢气发生器", "氮气发生器", "空气压缩机", "升级", "维修", "色谱柱", "配套",
    ];

    private readonly SpellingIndex<InstrumentKind> _kinds = new();
    private readonly SpellingIndex<Brand> _brands = new();

    private InstrumentVocabulary()
    {
        foreach (var kind in Kinds)
        {
            foreach (var spelling in kind.Spellings)
                _kinds.Add(spelling, kind);
        }
        foreach (var brand in Brands.All)
        {
            _brands.Add(new Spelling(brand.NameZh, SpellingNature.Usual), brand);
            foreach (var spelling in brand.Spellings)
                _brands.Add(spelling, brand);
        }
    }

    public static InstrumentVocabulary Current { get; } = new();

    public IReadOnlyList<InstrumentKind> Kinds { get; } = InstrumentKind.ReadAll();

    /// <summary>The kind that a name means; null where it names none that is known.</summary>
    public KindReading? KindOf(string nameZh, string? nameEn = null)
    {
        var (main, aside) = SplitAside(nameZh);
        return Read(FoldedText.Name(main)) ?? Read(FoldedText.Name(aside)) ?? (string.IsNullOrEmpty(nameEn) ? null : Read(FoldedText.Name(nameEn)));
    }

    /// <summary>The maker that a manufacturer's field means, however it is written.</summary>
    public Brand? BrandOf(string manufacturer) => Longest(BrandsIn(FoldedText.Name(manufacturer)));

    /// <summary>The maker mentioned in passing in a name or model; short and ambiguous spellings (PE, 理学) do not count there.</summary>
    public Brand? BrandMentionedIn(string folded) => Longest(BrandsIn(folded)
        .Where(mention => mention.Meanings[0].Nature != SpellingNature.Ambiguous && mention.Weight >= (FoldedText.IsHan(folded[mention.Start]) ? 6 : 2)));

    private IEnumerable<Mention<Brand>> BrandsIn(string folded) => _brands.In(folded)
        .Where(mention => mention.End == folded.Length || folded[mention.End] is not ('院' or '部' or '系' or '偶'));

    /// <summary>The longest spelling of a kind at one place of a folded text.</summary>
    public Mention<InstrumentKind>? KindAt(string folded, int start) => _kinds.At(folded, start);

    /// <summary>The longest spelling of a maker at one place of a folded text.</summary>
    public Mention<Brand>? BrandAt(string folded, int start) => _brands.At(folded, start);

    /// <summary>The kinds whose spellings go on from what was typed so far, with the length of the spelling.</summary>
    public IEnumerable<(InstrumentKind Kind, int Length)> KindsStarting(string compact) => _kinds.Continuing(compact);

    private KindReading? Read(string folded)
    {
        Mention<InstrumentKind>? best = null;
        List<Mention<InstrumentKind>>? all = null;
        foreach (var mention in _kinds.In(folded))
        {
            (all ??= []).Add(mention);
            // Of two as long, the later: the head word of a Chinese name comes last.
            if (best is null || Trust(mention) >= Trust(best.Value))
                best = mention;
        }
        if (best is not { } chosen)
            return null;
        var kind = Surest(chosen);
        var also = all!.Select(Surest).Where(other => !kind.Is(other)).Distinct().ToList();
        var tail = folded[chosen.End..];
        return new KindReading(kind, also, AccessoryWords.Any(word => tail.Contains(word, StringComparison.Ordinal)));
    }

    private static InstrumentKind Surest(Mention<InstrumentKind> mention)
    {
        foreach (var (kind, nature) in mention.Meanings)
        {
            if (nature != SpellingNature.Ambiguous)
                return kind;
        }
        return mention.Meanings[0].Meaning;
    }

    private static int Trust(Mention<InstrumentKind> mention) =>
        mention.Meanings[0].Nature == SpellingNature.Ambiguous ? mention.Weight : mention.Weight * 2;

    private static Brand? Longest(IEnumerable<Mention<Brand>> mentions)
    {
        Mention<Brand>? longest = null;
        foreach (var mention in mentions)
        {
            if (longest is null || mention.Weight > longest.Value.Weight)
                longest = mention;
        }
        return longest?.Meanings[0].Meaning;
    }

    // （ZEISS LSM 900）激光共聚焦显微镜: what stands in brackets adds to the name, it does not make it.
    private static (string Main, string Aside) SplitAside(string name)
    {
        if (name.AsSpan().IndexOfAny("(（[【") < 0)
            return (name, "");
        var main = new System.Text.StringBuilder(name.Length);
        var aside = new System.Text.StringBuilder();
        var depth = 0;
        foreach (var c in name)
        {
            if (c is '(' or '（' or '[' or '【')
                depth++;
            (depth > 0 ? aside : main).Append(c);
            if (c is ')' or '）' or ']' or '】')
                depth = Math.Max(0, depth - 1);
        }
        return (main.ToString(), aside.ToString());
    }
}
