using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>Tells where in one hit the words of the query stand. Only for the hits shown, so it looks rather than searches.</summary>
internal static class MatchedFields
{
    public static CatalogueFields Of(CatalogueEntry entry, IReadOnlyList<QueryWord> words)
    {
        var fields = CatalogueFields.None;
        foreach (var word in words)
        {
            if (word.AnswerOf(entry.Name.Reading) > 0 || IsOf(word.Brand, entry.Name.Brand) || Holds(entry.Name.Zh, word))
                fields |= CatalogueFields.Name;
            if (Holds(entry.Name.En, word))
                fields |= CatalogueFields.NameEn;
            if (IsOf(word.Brand, entry.Model.Brand) || Holds(entry.Model.Folded, word))
                fields |= CatalogueFields.Model;
            if (IsOf(word.Brand, entry.Maker.Brand) || Holds(entry.Maker.Folded, word))
                fields |= CatalogueFields.Manufacturer;
            if (word.Chinese && entry.Class.Levels.Any(level => Holds(level, word)))
                fields |= CatalogueFields.Class;
            if (Holds(entry.Unit.Folded, word))
                fields |= CatalogueFields.Unit;
            if (Holds(entry.Place.Folded, word))
                fields |= CatalogueFields.Place;
            if (Holds(entry.Text.AsSpan(0, entry.ServicesFrom), word.Literal))
                fields |= CatalogueFields.Functions;
            if (Holds(entry.Text.AsSpan(entry.ServicesFrom), word.Literal))
                fields |= CatalogueFields.Services;
        }
        return fields;
    }

    private static bool IsOf(Brand? wanted, Brand? brand) => wanted is not null && wanted == brand;

    private static bool Holds(string folded, QueryWord word) => Holds(folded, word.Literal)
        || (!word.Chinese && folded.Length >= word.Compact.Length
            && folded.Replace(" ", "", StringComparison.Ordinal) is var compact
            && (Holds(compact, word.Compact) || (word.Joined is not null && Holds(compact, word.Joined))));

    private static bool Holds(ReadOnlySpan<char> text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at == 0 || (at > 0 && (FoldedText.IsHan(word[0]) || !char.IsAsciiLetter(text[at - 1]) || !char.IsAsciiLetter(word[0])));
    }
}
