using Modular.Contracts.Vocabulary;
using Modular.Instruments;

namespace Modular.Benchmarks;

/// <summary>A catalogue of the nation's size: seeded instruments of 2 000 units, with the real ones scattered among them.</summary>
internal sealed class CatalogueCorpus
{
    private static readonly string[] Places = ["呼和浩特", "包头", "乌海", "赤峰", "通辽", "鄂尔多斯", "呼伦贝尔", "巴彦淖尔", "乌兰察布", "兴安盟", "锡林郭勒", "阿拉善"];
    private static readonly string[] PlaceCodes =
        ["150100", "150200", "150300", "150400", "150500", "150600", "150700", "150800", "150900", "152200", "152500", "152900"];
    private static readonly string[] UnitWords = ["大学", "工业大学", "农牧科学院", "医学院", "职业技术学院", "检验检测中心", "地质调查院", "稀土研究院", "能源集团研究院", "疾病预防控制中心", "农业大学", "师范学院"];

    private CatalogueCorpus(List<CatalogueDocument> documents, Dictionary<Guid, InstrumentKind?> kinds, IReadOnlyList<RealInstrument> real) =>
        (Documents, Kinds, Real) = (documents, kinds, real);

    public IReadOnlyList<CatalogueDocument> Documents { get; }

    /// <summary>What each instrument truly is: for the seeded ones what the generator meant, not what their names were read as.</summary>
    public IReadOnlyDictionary<Guid, InstrumentKind?> Kinds { get; }

    public IReadOnlyList<RealInstrument> Real { get; }

    public static CatalogueCorpus Make(Options options, int count)
    {
        var random = new Random(options.Seed);
        var units = Enumerable.Range(0, 2_000).Select(i => (Id: NewId(random), Name: $"{Places[i % 12]}{UnitWords[i / 12 % 12]}{(i < 144 ? "" : $"第{i / 144}分部")}", Place: i % 12)).ToArray();
        var meant = SpecimenKind.All.ToDictionary(k => k.Canonical, k => InstrumentVocabulary.Current.KindOf(k.Canonical)?.Kind, StringComparer.Ordinal);
        var documents = new List<CatalogueDocument>(count);
        var kinds = new Dictionary<Guid, InstrumentKind?>(count);
        foreach (var specimen in InstrumentSpecimens.Make(options.Seed, count))
        {
            var unit = units[random.Next(units.Length)];
            var document = new CatalogueDocument(NewId(random), specimen.NameZh, specimen.NameEn, specimen.Model, specimen.Manufacturer, specimen.ClassCode,
                unit.Id, unit.Name, PlaceCodes[unit.Place], Places[unit.Place], specimen.Functions, specimen.ServicesOffered,
                specimen.OriginalValueFen, specimen.BookedOn, Enum.Parse<SharingMode>(specimen.SharingMode, ignoreCase: true));
            documents.Add(document);
            kinds[document.Id] = meant[specimen.Kind];
        }
        var real = RealInstruments.Read(options.Real);
        foreach (var one in real)
        {
            var unit = units[random.Next(units.Length)];
            var document = new CatalogueDocument(NewId(random), one.NameZh, one.NameEn, one.Model, one.Manufacturer, one.ClassCode.Length == 6 ? one.ClassCode : "990000",
                unit.Id, unit.Name, PlaceCodes[unit.Place], Places[unit.Place], one.Functions, "", 50_000_000, new DateOnly(2020, 1, 1), SharingMode.External);
            documents.Insert(random.Next(documents.Count + 1), document);
            kinds[document.Id] = InstrumentVocabulary.Current.KindOf(one.NameZh, one.NameEn)?.Kind;
        }
        return new CatalogueCorpus(documents, kinds, real);
    }

    private static Guid NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
