namespace Modular.Contracts.Vocabulary;

/// <summary>A maker 品牌 with its usual Chinese name and every spelling met in real lists.</summary>
public sealed record Brand(int Id, string NameZh, IReadOnlyList<Spelling> Spellings);

public static class Brands
{
    public static IReadOnlyList<Brand> All { get; } = [.. VocabularyTable.Read("brands", 2)
        .Select((row, id) => new Brand(id, row[0], [.. VocabularyTable.Spellings(row[1])]))];
}
