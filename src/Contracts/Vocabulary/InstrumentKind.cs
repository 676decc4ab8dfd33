namespace Modular.Contracts.Vocabulary;

/// <summary>
/// A kind of instrument under its standard name 规范名称, finer than the classification where the field is finer
/// (扫描电镜 010102 holds eight kinds of it).
/// </summary>
/// <param name="ClassCode">The class such an instrument usually belongs to.</param>
/// <param name="Broader">The kind this one is a special case of: a field emission SEM is an SEM is an electron microscope.</param>
/// <param name="Standing">What the special case is to the broader kind: whether one would do the other's work.</param>
public sealed record InstrumentKind(
    int Id, string NameZh, string? NameEn, string ClassCode, InstrumentKind? Broader, IReadOnlyList<Spelling> Spellings, KindStanding Standing)
{
    /// <summary>Whether this is the other kind or a special case of it.</summary>
    public bool Is(InstrumentKind other)
    {
        for (var kind = this; kind is not null; kind = kind.Broader)
        {
            if (kind.Id == other.Id)
                return true;
        }
        return false;
    }

    internal static IReadOnlyList<InstrumentKind> ReadAll()
    {
        // Columns: name; class; broader; English; abbreviations; other names; standing.
        var rows = VocabularyTable.Read("kinds", 6).Select((row, id) => (row, id)).ToDictionary(entry => entry.row[0], StringComparer.Ordinal);
        var made = new Dictionary<string, InstrumentKind>(StringComparer.Ordinal);
        foreach (var name in rows.Keys)
            Make(name);
        return [.. made.Values.OrderBy(kind => kind.Id)];

        InstrumentKind Make(string name)
        {
            if (made.TryGetValue(name, out var known))
                return known;
            var (row, id) = rows[name];
            var broader = row[2].Length == 0 ? null : Make(row[2]);
            var english = VocabularyTable.Spellings(row[3]).ToList();
            return made[name] = new InstrumentKind(id, name, english.FirstOrDefault()?.Text, row[1], broader,
                [new Spelling(name, SpellingNature.Usual), .. english, .. VocabularyTable.Spellings(row[4]), .. VocabularyTable.Spellings(row[5])],
                StandingOf(row.Length > 6 ? row[6] : ""));
        }
    }

    private static KindStanding StandingOf(string mark) => mark switch
    {
        "=" => KindStanding.Variant,
        "~" => KindStanding.Refinement,
        "*" => KindStanding.Heading,
        _ => KindStanding.Own,
    };
}

/// <summary>How a kind stands to its broader kind. In the table: = variant, ~ refinement, * heading, nothing for a kind of its own.</summary>
public enum KindStanding
{
    /// <summary>Its broader kind does not do its work: a quantitative PCR is no plain thermal cycler.</summary>
    Own,

    /// <summary>It does the same work as its broader kind and that kind's other variants: a field emission SEM and an environmental one.</summary>
    Variant,

    /// <summary>The broader name is commonly used for it, but its siblings do other work: a triple quadrupole and an Orbitrap, both 液质.</summary>
    Refinement,

    /// <summary>A heading over many kinds: 显微镜 says little about what it is.</summary>
    Heading,
}
