using System.Collections.Frozen;

namespace Modular.Instruments;

/// <summary>A first-level discipline 一级学科 of GB/T 13745.</summary>
internal sealed record Discipline(string Code, string NameZh);

internal static class Disciplines
{
    public static IReadOnlyList<Discipline> All { get; } =
        [.. ReferenceTable.Read("disciplines", 2).Select(row => new Discipline(row[0], row[1]))];

    private static readonly FrozenDictionary<string, Discipline> ByCode = All.ToFrozenDictionary(d => d.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Discipline> ByName = All.ToFrozenDictionary(d => d.NameZh, StringComparer.Ordinal);

    public static Discipline? Find(string code) => ByCode.GetValueOrDefault(code);

    public static Discipline? FindByName(string nameZh) => ByName.GetValueOrDefault(nameZh);
}
