namespace Modular.Instruments;

/// <summary>
/// What the public catalogue 公开目录 knows of one listed instrument (S-1). The asset number is not in it: it is not public.
/// </summary>
internal sealed record CatalogueDocument(
    Guid Id, string NameZh, string? NameEn, string? Model, string? Manufacturer, string ClassCode,
    Guid UnitId, string UnitName, string RegionCode, string? Place, string? Functions, string? Services,
    long OriginalValueFen, DateOnly ListedOn, SharingMode? SharingMode);

internal enum CatalogueSort { Relevance, ValueDescending, ValueAscending, Newest }

/// <param name="ClassCode">Any level: 010000 takes all that is below it.</param>
/// <param name="RegionCode">A league (150100) takes its counties.</param>
internal sealed record CatalogueSearch(
    string Text, string? ClassCode = null, string? RegionCode = null, Guid? UnitId = null,
    int Page = 1, int Size = 20, CatalogueSort Sort = CatalogueSort.Relevance);

/// <summary>Where the words of a query were found, for highlighting.</summary>
[Flags]
internal enum CatalogueFields
{
    None = 0,
    Name = 1,
    NameEn = 2,
    Model = 4,
    Manufacturer = 8,
    Class = 16,
    Functions = 32,
    Services = 64,
    Unit = 128,
    Place = 256,
}

internal readonly record struct CatalogueHit(Guid Id, int Score, CatalogueFields Fields);

/// <summary>A word as the search understood it.</summary>
/// <param name="Kinds">The kinds of instrument it was taken for, by standard name.</param>
/// <param name="Spellings">Everything else the same thing is called, for highlighting.</param>
/// <param name="WrittenAs">What was typed, where a typing slip was mended.</param>
/// <param name="Dropped">Nothing has this word together with the others: the hits do without it.</param>
internal sealed record CatalogueWord(string Text, IReadOnlyList<string> Kinds, IReadOnlyList<string> Spellings, string? WrittenAs, bool Dropped);

internal readonly record struct FacetCount(string Code, int Count);

/// <param name="Total">All that match, not only those listed.</param>
/// <param name="Exact">False: nothing has all the words, what is shown is near.</param>
internal sealed record CatalogueResult(
    IReadOnlyList<CatalogueHit> Hits, int Total, bool Exact, IReadOnlyList<CatalogueWord> Words,
    IReadOnlyList<FacetCount> Classes, IReadOnlyList<FacetCount> Regions, IReadOnlyList<FacetCount> SharingModes, long Version);

internal enum SuggestionType { Kind, Model, Unit }

/// <param name="Count">Listed instruments behind the suggestion.</param>
internal sealed record CatalogueSuggestion(string Text, SuggestionType Type, int Count, Guid? UnitId = null);
