namespace Modular.Instruments;

/// <summary>The filters of a search, worked out once for each distinct value of a segment.</summary>
internal sealed class SearchFilter
{
    private readonly bool[]? _classes;
    private readonly bool[]? _places;
    private readonly bool[]? _units;

    private SearchFilter(CatalogueSegment segment, CatalogueSearch search)
    {
        if (Subtree(search.ClassCode) is { } classes)
            _classes = Array.ConvertAll(segment.Classes.Values.ToArray(), c => c.Code.StartsWith(classes, StringComparison.Ordinal));
        if (Subtree(search.RegionCode) is { } region)
            _places = Array.ConvertAll(segment.Places.Values.ToArray(), p => p.Code.StartsWith(region, StringComparison.Ordinal));
        if (search.UnitId is { } unit)
            _units = Array.ConvertAll(segment.Units.Values.ToArray(), u => u.Id == unit);
    }

    public static SearchFilter? For(CatalogueSegment segment, CatalogueSearch search) =>
        Subtree(search.ClassCode) is null && Subtree(search.RegionCode) is null && search.UnitId is null ? null : new SearchFilter(segment, search);

    public bool Takes(CatalogueSegment segment, int document) =>
        (_classes is null || _classes[segment.Classes.OrdinalOf(document)])
        && (_places is null || _places[segment.Places.OrdinalOf(document)])
        && (_units is null || _units[segment.Units.OrdinalOf(document)]);

    // 010000 stands for all that starts with 01, in classes as in regions.
    private static string? Subtree(string? code)
    {
        while (code is { Length: > 2 } && code.EndsWith("00", StringComparison.Ordinal))
            code = code[..^2];
        return string.IsNullOrEmpty(code) ? null : code;
    }
}
