using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

// S-1: filters, order, counts by facet; every count is checked against the documents themselves.
public class CatalogueFilterTests
{
    private static readonly IReadOnlyList<CatalogueDocument> Documents = Catalogue.Seeded(seed: 9, count: 3_000);
    private static readonly CatalogueIndex Index = CatalogueIndex.Build(Documents);
    private static readonly Dictionary<Guid, CatalogueDocument> ById = Documents.ToDictionary(d => d.Id);

    [Theory]
    [InlineData("010000", "01")]
    [InlineData("010100", "0101")]
    [InlineData("010102", "010102")]
    public void A_class_takes_all_below_it(string code, string prefix) =>
        Index.Search(new CatalogueSearch("", ClassCode: code)).Total.ShouldBe(Documents.Count(d => d.ClassCode.StartsWith(prefix, StringComparison.Ordinal)));

    [Fact]
    public void A_league_takes_its_counties() =>
        Index.Search(new CatalogueSearch("", RegionCode: "150100")).Total.ShouldBe(Documents.Count(d => d.RegionCode.StartsWith("1501", StringComparison.Ordinal)));

    [Fact]
    public void Filters_and_words_hold_together()
    {
        var result = Index.Search(new CatalogueSearch("液相色谱仪", RegionCode: "150200", UnitId: Catalogue.UnitId(1), Size: 200));

        result.Hits.ShouldNotBeEmpty();
        result.Hits.ShouldAllBe(hit => ById[hit.Id].UnitId == Catalogue.UnitId(1) && ById[hit.Id].RegionCode == "150202");
        result.Total.ShouldBe(result.Hits.Count);
    }

    [Fact]
    public void The_total_counts_all_and_pages_neither_repeat_nor_lose()
    {
        var first = Index.Search(new CatalogueSearch("显微镜", Page: 1, Size: 50));
        var ids = new HashSet<Guid>();
        for (var page = 1; page <= ((first.Total + 49) / 50); page++)
            ids.UnionWith(Index.Search(new CatalogueSearch("显微镜", Page: page, Size: 50)).Hits.Select(hit => hit.Id));

        ids.Count.ShouldBe(first.Total);
        Index.Search(new CatalogueSearch("显微镜", Page: 1_000, Size: 50)).Hits.ShouldBeEmpty();
        Index.Search(new CatalogueSearch("显微镜", Page: int.MaxValue, Size: int.MaxValue)).Hits.ShouldBeEmpty();
        Index.Search(new CatalogueSearch("显微镜", Page: -1, Size: -1)).Hits.ShouldHaveSingleItem();
    }

    [Fact]
    public void Facets_count_the_whole_result_not_the_page()
    {
        var result = Index.Search(new CatalogueSearch("", Size: 5));

        result.Classes.ToDictionary(f => f.Code, f => f.Count).ShouldBe(Documents.GroupBy(d => $"{d.ClassCode[..2]}0000").ToDictionary(g => g.Key, g => g.Count()), ignoreOrder: true);
        result.Regions.ToDictionary(f => f.Code, f => f.Count).ShouldBe(Documents.GroupBy(d => $"{d.RegionCode[..4]}00").ToDictionary(g => g.Key, g => g.Count()), ignoreOrder: true);
        result.SharingModes.Sum(f => f.Count).ShouldBe(Documents.Count);
    }

    [Fact]
    public void Sorting_by_value_and_by_date()
    {
        Values(CatalogueSort.ValueDescending).ShouldBe(Documents.Select(d => d.OriginalValueFen).OrderDescending().Take(200));
        Values(CatalogueSort.ValueAscending).ShouldBe(Documents.Select(d => d.OriginalValueFen).Order().Take(200));
        Index.Search(new CatalogueSearch("", Size: 200, Sort: CatalogueSort.Newest)).Hits.Select(hit => ById[hit.Id].ListedOn)
            .ShouldBe(Documents.Select(d => d.ListedOn).OrderDescending().Take(200));

        static IEnumerable<long> Values(CatalogueSort sort) =>
            Index.Search(new CatalogueSearch("", Size: 200, Sort: sort)).Hits.Select(hit => ById[hit.Id].OriginalValueFen);
    }

    [Fact]
    public void A_hit_says_where_it_was_found()
    {
        var someone = Documents.First(d => d.NameZh == "扫描电镜");

        Fields(someone.NameZh).HasFlag(CatalogueFields.Name).ShouldBeTrue();
        Fields("SEM").HasFlag(CatalogueFields.Name).ShouldBeTrue();
        Fields(someone.Model!).HasFlag(CatalogueFields.Model).ShouldBeTrue();
        Fields(someone.UnitName).HasFlag(CatalogueFields.Unit).ShouldBeTrue();
        Fields(someone.Functions!.Substring(3, 4)).HasFlag(CatalogueFields.Functions).ShouldBeTrue();

        CatalogueFields Fields(string text) => Index.Search(new CatalogueSearch(text, UnitId: someone.UnitId, Size: 200)).Hits.Single(hit => hit.Id == someone.Id).Fields;
    }

    [Theory]
    [InlineData("扫描", "Kind", "扫描电子显微镜")]
    [InlineData("sem", "Kind", "扫描电子显微镜")]
    [InlineData("液", "Kind", "液相色谱-质谱联用仪")]
    [InlineData("nico", "Model", "Nicolet 6700")]
    [InlineData("包头市第1", "Unit", "包头市第1研究所")]
    public void Suggestions_come_from_kinds_models_and_units(string prefix, string type, string text)
    {
        var suggestions = Index.Suggest(prefix);

        suggestions.Count.ShouldBeInRange(1, 8);
        suggestions.ShouldContain(s => s.Type.ToString() == type && s.Text == text && s.Count > 0);
    }

    [Fact]
    public void A_suggested_kind_counts_what_searching_for_it_finds()
    {
        var suggestion = Index.Suggest("电化学工作站")[0];

        suggestion.Count.ShouldBe(Documents.Count(d => d.ClassCode == "010799"));
    }
}
