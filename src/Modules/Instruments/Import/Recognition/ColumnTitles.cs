using System.Text;

namespace Modular.Instruments;

/// <summary>What must be done with a column's cells beyond reading them as the field.</summary>
internal enum ColumnTransform
{
    /// <summary>厂家/型号: maker, model and country in one cell.</summary>
    MakerModel,

    /// <summary>仪器名称及型号, or a name with the model in brackets.</summary>
    NameModel,

    /// <summary>The heading says 万元.</summary>
    TenThousandYuan,

    /// <summary>The heading says 元.</summary>
    Yuan,
}

/// <summary>Why a title was taken for a field.</summary>
internal enum TitleMatchKind
{
    Exact,
    Weak,
    Contains,
    Misspelt,
}

internal sealed record TitleMatch(string FieldKey, ColumnTransform? Transform, double Score, TitleMatchKind Kind, string Synonym);

/// <summary>The titles columns have in real lists, and which field each means.</summary>
internal static class ColumnTitles
{
    /// <summary>Columns that are known and not taken over: 序号, 备注, 数量.</summary>
    public const string Ignored = "-";

    /// <summary>Beside the record's own fields: whose instrument it is, the parts of a place, and how many a row stands for.</summary>
    public const string UnitName = "unitName", UnitCreditCode = "unitCreditCode", Province = "regionProvince", City = "regionCity", Quantity = "quantity";

    private sealed record Synonym(string Key, string Text, string FieldKey, ColumnTransform? Transform, bool Sure);

    private static readonly List<Synonym> Synonyms =
    [
        .. ReferenceTable.Read("column-titles", 4).SelectMany(row => row[2].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(text => Of(row, text, sure: true))
            .Concat(row[3].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(text => Of(row, text, sure: false)))),
    ];

    private static readonly Dictionary<string, Synonym> ByKey = Synonyms.DistinctBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, StringComparer.Ordinal);

    /// <summary>The fields a title may mean, the likeliest first.</summary>
    public static IReadOnlyList<TitleMatch> Match(string title)
    {
        var whole = Normalise(title);
        var bare = Normalise(WithoutRemarks(title));
        if (whole.Length == 0)
            return [];
        foreach (var key in new[] { whole, bare })
        {
            if (ByKey.TryGetValue(key, out var exact))
                return [exact.Sure ? Hit(exact, 0.95, TitleMatchKind.Exact) : Hit(exact, 0.7, TitleMatchKind.Weak)];
        }

        if (bare.Length == 0)
            bare = whole;
        if (bare.Length > 40)
            return [];
        var found = new List<TitleMatch>();
        foreach (var synonym in Synonyms)
        {
            if (Contained(synonym, bare) is { } contained)
                found.Add(contained);
            else if (Misspelt(synonym, bare) is { } misspelt)
                found.Add(misspelt);
        }

        return [.. found.OrderByDescending(m => m.Score).ThenByDescending(m => m.Synonym.Length).DistinctBy(m => m.FieldKey, StringComparer.Ordinal).Take(4)];
    }

    /// <summary>Lower case, half width, without spaces and punctuation; what stands in brackets stays.</summary>
    public static string Normalise(string title)
    {
        var plain = new StringBuilder(title.Length);
        foreach (var c in TextCleaning.HalfWidth(title))
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }

    /// <summary>A title as people read it: one line, without what is explained in brackets.</summary>
    public static string WithoutRemarks(string title)
    {
        var kept = new StringBuilder(title.Length);
        var depth = 0;
        foreach (var c in title)
        {
            if (c is '(' or '（' or '[' or '【')
                depth++;
            else if (c is ')' or '）' or ']' or '】')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0)
                kept.Append(c);
        }

        return TextCleaning.Line(kept.ToString());
    }

    private static TitleMatch? Contained(Synonym synonym, string title)
    {
        if (!synonym.Sure || synonym.FieldKey is Ignored || synonym.Key.Length < 2 || !title.Contains(synonym.Key, StringComparison.Ordinal))
            return null;
        // Short Latin words turn up inside others.
        if (char.IsAscii(synonym.Key[0]) && synonym.Key.Length < 6)
            return null;
        // The head of a Chinese title stands at its end: 仪器联系人电话 is a telephone.
        var atEnd = title.EndsWith(synonym.Key, StringComparison.Ordinal) ? 0.08 : 0;
        return Hit(synonym, 0.5 + atEnd + (0.3 * synonym.Key.Length / title.Length), TitleMatchKind.Contains);
    }

    private static TitleMatch? Misspelt(Synonym synonym, string title)
    {
        if (synonym.FieldKey is Ignored || synonym.Key.Length < 3 || Math.Abs(synonym.Key.Length - title.Length) > 2)
            return null;
        if (char.IsAscii(synonym.Key[0]) && synonym.Key.Length < 5)
            return null;
        var distance = EditDistance.Between(synonym.Key, title);
        var score = (distance, synonym.Key.Length) switch
        {
            (1, >= 4) => 0.8,
            (1, _) => 0.6,
            (2, >= 6) => 0.65,
            _ => 0,
        };
        return score > 0 ? Hit(synonym, synonym.Sure ? score : score - 0.1, TitleMatchKind.Misspelt) : null;
    }

    private static TitleMatch Hit(Synonym synonym, double score, TitleMatchKind kind) => new(synonym.FieldKey, synonym.Transform, score, kind, synonym.Text);

    private static Synonym Of(string[] row, string text, bool sure) => new(Normalise(text), text, row[0], row[1] switch
    {
        "makerModel" => ColumnTransform.MakerModel,
        "nameModel" => ColumnTransform.NameModel,
        _ => null,
    }, sure);
}
