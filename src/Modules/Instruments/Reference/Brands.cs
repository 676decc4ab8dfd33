namespace Modular.Instruments;

/// <summary>One way a maker's name 品牌 is written.</summary>
internal sealed record BrandSpelling(string Text, bool Ambiguous, bool Misspelt);

/// <summary>A maker with its usual Chinese name and every spelling met in real lists.</summary>
internal sealed record Brand(string NameZh, IReadOnlyList<BrandSpelling> Spellings);

internal static class Brands
{
    // In the table, ~ marks a spelling that needs context (PE, GE, TA) and ! one that is wrong but common (Aglient).
    public static IReadOnlyList<Brand> All { get; } = [.. ReferenceTable.Read("brands", 2)
        .Select(row => new Brand(row[0], [.. row[1].Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => new BrandSpelling(text.TrimStart('~', '!'), text[0] == '~', text[0] == '!'))]))];
}
