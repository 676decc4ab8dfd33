using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

// S-1: the catalogue is searched by name, function, class and place; issue 2: by common name, abbreviation or model.
public class CatalogueIndexTests
{
    private static readonly IReadOnlyList<CatalogueDocument> Documents = Catalogue.Seeded(seed: 5, count: 6_000);
    private static readonly CatalogueIndex Index = CatalogueIndex.Build(Documents);
    private static readonly Dictionary<Guid, CatalogueDocument> ById = Documents.ToDictionary(d => d.Id);

    [Theory]
    [InlineData("SEM", "扫描")]
    [InlineData("sem", "扫描")]
    [InlineData("扫描电镜", "扫描")]
    [InlineData("scanning electron microscope", "扫描")]
    [InlineData("ICP-MS", "质谱|ICP-MS")]
    [InlineData("ICPMS", "质谱|ICP-MS")]
    [InlineData("icp/ms", "质谱|ICP-MS")]
    [InlineData("ＩＣＰ－ＭＳ", "质谱|ICP-MS")]
    [InlineData("气质", "气")]
    [InlineData("气质联用", "气")]
    [InlineData("XRD", "衍射")]
    [InlineData("比表面", "吸附|比表面")]
    [InlineData("FTIR", "红外")]
    [InlineData("傅立叶红外", "红外")]
    [InlineData("气象色谱仪", "气相色谱")]
    [InlineData("qPCR", "定量PCR")]
    [InlineData("冻干机", "冻干|冷冻干燥")]
    [InlineData("biacore", "表面等离子|分子相互作用|生物分子")]
    public void Every_common_name_and_abbreviation_finds_the_kind(string query, string oneOf)
    {
        var result = Search(query);

        result.Exact.ShouldBeTrue();
        result.Hits.Count.ShouldBe(10);
        foreach (var hit in result.Hits)
            oneOf.Split('|').ShouldContain(part => ById[hit.Id].NameZh.Contains(part, StringComparison.Ordinal), ById[hit.Id].NameZh);
    }

    [Theory]
    [InlineData("SEM", "探针")]
    [InlineData("扫描电镜", "透射")]
    [InlineData("液相色谱仪", "质谱")]
    [InlineData("气相色谱", "质谱")]
    [InlineData("红外光谱仪", "近红外")]
    [InlineData("PCR仪", "定量")]
    [InlineData("原子吸收", "荧光")]
    [InlineData("离心机", "浓缩")]
    [InlineData("激光粒度仪", "纳米")]
    [InlineData("质谱仪", "流式")]
    public void Instruments_that_only_share_words_stay_behind(string query, string stranger) =>
        Search(query).Hits.ShouldAllBe(hit => !ById[hit.Id].NameZh.Contains(stranger, StringComparison.Ordinal));

    [Theory]
    [InlineData("Nicolet 6700")]
    [InlineData("nicolet6700")]
    [InlineData("NICOLET-6700")]
    [InlineData("Ｎｉｃｏｌｅｔ　６７００")]
    [InlineData("红外 6700")]
    [InlineData("赛默飞 nicolet 6700")]
    [InlineData("尼高力6700")]
    public void A_model_is_found_however_it_is_spelt(string query) =>
        Search(query).Hits.ShouldAllBe(hit => Number(hit).EndsWith("nicolet6700", StringComparison.Ordinal));

    [Theory]
    [InlineData("7890B", "7890b")]
    [InlineData("UV2550", "uv2550")]
    [InlineData("J815", "j815")]
    [InlineData("8 advance", "d8advance")]
    public void The_very_model_comes_before_models_that_begin_like_it(string query, string number) =>
        Search(query).Hits.Take(5).ShouldAllBe(hit => Number(hit).EndsWith(number, StringComparison.Ordinal));

    [Theory]
    [InlineData("安捷伦 气相色谱仪")]
    [InlineData("agilent 气相色谱仪")]
    [InlineData("Aglient气相色谱仪")]
    [InlineData("安捷伦科技气相色谱仪")]
    public void A_maker_is_found_in_either_language_and_with_its_usual_misspelling(string query)
    {
        var result = Search(query);

        result.Exact.ShouldBeTrue();
        result.Hits.ShouldAllBe(hit => ById[hit.Id].Manufacturer!.Contains("安捷伦", StringComparison.Ordinal)
            || ById[hit.Id].Manufacturer!.StartsWith("agilent", StringComparison.OrdinalIgnoreCase));
        result.Hits.ShouldAllBe(hit => ById[hit.Id].NameZh.Contains("气相色谱", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("扫描电")]
    [InlineData("扫描电子显微")]
    [InlineData("场发射扫")]
    [InlineData("scanning elec")]
    public void While_a_name_is_being_typed_its_kind_already_comes(string typed) =>
        Search(typed).Hits.ShouldAllBe(hit => ById[hit.Id].NameZh.Contains("扫描", StringComparison.Ordinal));

    [Fact]
    public void Every_keystroke_of_a_model_finds_it()
    {
        const string model = "GeminiSEM 500";
        for (var length = 3; length <= model.Length; length++)
            Search(model[..length]).Hits.ShouldContain(hit => ById[hit.Id].Model!.Contains("GeminiSEM", StringComparison.OrdinalIgnoreCase), model[..length]);
    }

    [Theory]
    [InlineData("scanning electron microscpe", "microscpe", "扫描")]
    [InlineData("chromatgraph", "chromatgraph", "色谱")]
    [InlineData("shimadsu", "shimadsu", "")]
    public void One_slip_in_a_Latin_word_is_mended_and_told(string query, string slip, string oneOf)
    {
        var result = Search(query);

        result.Total.ShouldBeGreaterThan(0);
        result.Exact.ShouldBeFalse();
        result.Words.ShouldContain(word => word.WrittenAs == slip);
        result.Hits.ShouldAllBe(hit => ById[hit.Id].NameZh.Contains(oneOf, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrong_Chinese_character_finds_what_is_near_and_says_so()
    {
        var result = Search("超波细胞破碎仪");

        result.Exact.ShouldBeFalse();
        result.Hits.ShouldContain(hit => ById[hit.Id].NameZh.Contains("破碎", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_that_nothing_has_is_dropped_and_the_answer_says_so()
    {
        var result = Search("蔡司 GeminiSEM 999");

        result.Exact.ShouldBeFalse();
        result.Words.Single(word => word.Dropped).Text.ShouldBe("999");
        result.Hits.ShouldAllBe(hit => ById[hit.Id].Model!.Contains("Gemini", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void An_abbreviation_brings_the_full_names_to_highlight()
    {
        var word = Search("SEM").Words.ShouldHaveSingleItem();

        word.Kinds[0].ShouldBe("扫描电子显微镜");
        word.Spellings.ShouldContain("扫描电镜");
    }

    [Fact]
    public void Numbers_are_never_mended() => Search("7890Z 气相色谱仪").Words.ShouldAllBe(word => word.WrittenAs == null);

    [Fact]
    public void Words_written_together_are_taken_apart()
    {
        var someone = Documents.First(d => d.NameZh == "扫描电镜");

        Search($"{someone.UnitName}扫描电镜").Hits.ShouldContain(hit => hit.Id == someone.Id);
        Search("agilent7890b").Hits.ShouldAllBe(hit => Number(hit).Contains("7890b", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("（）、。")]
    public void Without_words_everything_is_listed(string query) => Search(query).Total.ShouldBe(Documents.Count);

    [Theory]
    [InlineData("qzxqzxqzx")]
    [InlineData("\u0000\u0001")]
    [InlineData("😀")]
    [InlineData("%' or 1=1 --")]
    [InlineData("| || |")]
    public void Nonsense_is_answered_calmly(string query) => Should.NotThrow(() => Search(query));

    [Fact]
    public void Very_long_queries_are_cut() => Should.NotThrow(() => Search(string.Concat(Enumerable.Repeat("光谱 x1 ", 5_000))));

    private static CatalogueResult Search(string text) => Index.Search(new CatalogueSearch(text, Size: 10));

    private static string Number(CatalogueHit hit) => Modular.Contracts.Vocabulary.ModelNumber.Normalise(ById[hit.Id].Model!);
}
