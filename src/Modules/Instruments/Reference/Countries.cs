using System.Collections.Frozen;

namespace Modular.Instruments;

/// <summary>A country or region by its short name 简称 in GB/T 2659, with the other ways lists write it.</summary>
internal sealed record Country(string NameZh, IReadOnlyList<string> Aliases);

internal static class Countries
{
    public static IReadOnlyList<Country> All { get; } = [.. ReferenceTable.Read("countries", 2)
        .Select(row => new Country(row[0], row[1].Split('|', StringSplitOptions.RemoveEmptyEntries)))];

    private static readonly FrozenDictionary<string, Country> ByName = All
        .SelectMany(country => country.Aliases.Prepend(country.NameZh).Select(name => (name, country)))
        .ToFrozenDictionary(entry => entry.name, entry => entry.country, StringComparer.OrdinalIgnoreCase);

    /// <summary>By short name or alias (USA, 国产, Germany …), whatever the case.</summary>
    public static Country? Find(string name) => ByName.GetValueOrDefault(name.Trim());
}
