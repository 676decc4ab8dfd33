using System.Collections.Frozen;

namespace Modular.Instruments;

/// <summary>One class of the instrument classification 仪器分类 (GB/T 32847-2016): major AA0000, middle AABB00 or minor AABBCC.</summary>
internal sealed record InstrumentClass(string Code, string? ParentCode, string NameZh, string? NameEn)
{
    /// <summary>1 major 大类, 2 middle 中类, 3 minor 小类.</summary>
    public int Level => ParentCode is null ? 1 : Code.EndsWith("00", StringComparison.Ordinal) ? 2 : 3;

    // The "other" 其他 middle classes (019900) and 990000 have no children and are codes an instrument may carry.
    public bool IsLeaf => Level == 3 || string.Equals(Code[..2], "99", StringComparison.Ordinal)
        || (Level == 2 && string.Equals(Code[2..4], "99", StringComparison.Ordinal));
}

/// <summary>The whole classification tree, 15 major, 93 middle and 631 minor classes, in the order of the codes.</summary>
internal static class Classification
{
    public static IReadOnlyList<InstrumentClass> All { get; } = [.. ReferenceTable.Read("classification", 3)
        .Select(row => new InstrumentClass(row[0], ParentOf(row[0]), row[1], row[2] is "" ? null : row[2]))];

    private static readonly FrozenDictionary<string, InstrumentClass> ByCode =
        All.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);

    private static readonly ILookup<string?, InstrumentClass> ByParent = All.ToLookup(c => c.ParentCode, StringComparer.Ordinal);

    public static InstrumentClass? Find(string code) => ByCode.GetValueOrDefault(code);

    public static IEnumerable<InstrumentClass> ChildrenOf(string? code) => ByParent[code];

    /// <summary>From the major class down to the class itself; empty when there is no such code.</summary>
    public static IReadOnlyList<InstrumentClass> PathOf(string code)
    {
        var path = new List<InstrumentClass>();
        for (var at = Find(code); at is not null; at = at.ParentCode is null ? null : Find(at.ParentCode))
            path.Insert(0, at);
        return path;
    }

    private static string? ParentOf(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? null
        : code.EndsWith("00", StringComparison.Ordinal) ? $"{code[..2]}0000"
        : $"{code[..4]}00";
}
