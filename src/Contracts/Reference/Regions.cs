using System.Collections.Frozen;
using System.Reflection;

namespace Modular.Contracts;

/// <summary>
/// An administrative division 行政区划 of the region, by its GB/T 2260 code. <paramref name="Zone"/>: a development zone that has a
/// statistical code but is no legal division; <paramref name="ReportsApart"/>: a county-level city listed beside the leagues 盟市.
/// </summary>
public sealed record Region(string Code, string? ParentCode, string NameZh, RegionLevel Level, bool Zone, bool ReportsApart);

public enum RegionLevel
{
    Province,
    LeagueOrCity,
    County,
}

/// <summary>The autonomous region with its 12 leagues and cities and their counties, in the order of the codes.</summary>
public static class Regions
{
    public static IReadOnlyList<Region> All { get; } = [.. Read()];

    private static readonly FrozenDictionary<string, Region> ByCode = All.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);

    public static Region? Find(string code) => ByCode.GetValueOrDefault(code);

    public static IEnumerable<Region> ChildrenOf(string code) =>
        All.Where(region => string.Equals(region.ParentCode, code, StringComparison.Ordinal));

    private static IEnumerable<Region> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Modular.Contracts.Reference.regions.tsv")
            ?? throw new InvalidOperationException("regions.tsv is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            var code = cells[0];
            var (level, parent) = code switch
            {
                [.., '0', '0', '0', '0'] => (RegionLevel.Province, null),
                [.., '0', '0'] => (RegionLevel.LeagueOrCity, $"{code[..2]}0000"),
                _ => (RegionLevel.County, $"{code[..4]}00"),
            };
            var mark = cells.Length > 2 ? cells[2] : "";
            yield return new Region(code, parent, cells[1], level, mark is "zone", mark is "separate");
        }
    }
}
