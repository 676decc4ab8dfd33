using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>
/// For words that nothing answers to: cuts what was typed together (安捷伦科技7890b, 内蒙古大学质谱), mends one slip in a Latin word, or
/// takes names that hold most of a Chinese one. Numbers are never mended: 7890A and 7890B are two instruments.
/// </summary>
internal static class QueryMending
{
    private static readonly string[] KnownWords = [.. InstrumentVocabulary.Current.Kinds.SelectMany(kind => kind.Spellings)
        .Concat(Brands.All.SelectMany(brand => brand.Spellings))
        .Where(spelling => !spelling.Misspelt)
        .SelectMany(spelling => FoldedText.Name(spelling.Text).Split(' '))
        .Where(word => word.Length >= 5 && word.All(char.IsAsciiLetter))
        .Distinct(StringComparer.Ordinal)];

    /// <summary>The words to search with instead; null where nothing can be done.</summary>
    public static List<QueryWord>? Mend(CatalogueSnapshot snapshot, IReadOnlyList<QueryWord> words, IReadOnlyList<int> unanswered)
    {
        var parts = words.Select(word => word.Literal).ToArray();
        var slips = new Dictionary<string, string>(StringComparer.Ordinal);
        var loose = new HashSet<string>(StringComparer.Ordinal);
        foreach (var i in unanswered)
        {
            var word = words[i];
            if (word.Chinese)
            {
                var cut = Cut(snapshot, word.Literal);
                parts[i] = cut ?? parts[i];
                if (cut is null && word.Literal.Length >= 3)
                    loose.Add(word.Literal);
            }
            else if (CutAtNumber(word.Literal) is { } apart)
                parts[i] = apart;
            else if (NearestWord(snapshot, word.Literal) is { } right)
            {
                parts[i] = right;
                slips[right] = word.Literal;
            }
        }
        var changed = loose.Count > 0 || !parts.SequenceEqual(words.Select(word => word.Literal), StringComparer.Ordinal);
        return !changed ? null : [.. QueryReader.Read(string.Join(' ', parts)).Select(word => word with
        {
            Loose = loose.Contains(word.Literal),
            WrittenAs = word.Literal.Split(' ').Select(slips.GetValueOrDefault).FirstOrDefault(slip => slip is not null),
        })];
    }

    // Longest beginning that is found, then the rest: 内蒙古大学|质谱.
    private static string? Cut(CatalogueSnapshot snapshot, string word)
    {
        for (var length = word.Length - 1; length >= 2; length--)
        {
            if (word.Length - length >= 2 && IsSomewhere(snapshot, word[..length]) && IsSomewhere(snapshot, word[length..]))
                return $"{word[..length]} {word[length..]}";
        }
        return null;
    }

    private static bool IsSomewhere(CatalogueSnapshot snapshot, string part)
    {
        foreach (var live in snapshot.Segments)
        {
            var segment = live.Segment;
            foreach (var name in segment.NameLookup.Grams.Rarest(part))
            {
                if (segment.Names.Values[name].Zh.Contains(part, StringComparison.Ordinal))
                    return true;
            }
            foreach (var maker in segment.MakerLookup.Grams.Rarest(part))
            {
                if (segment.Makers.Values[maker].Folded.Contains(part, StringComparison.Ordinal))
                    return true;
            }
            foreach (var unit in segment.Units.Values)
            {
                if (unit.Folded.Contains(part, StringComparison.Ordinal))
                    return true;
            }
            foreach (var place in segment.Places.Values)
            {
                if (place.Folded.Contains(part, StringComparison.Ordinal))
                    return true;
            }
        }
        return false;
    }

    private static string? CutAtNumber(string word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (char.IsAsciiDigit(word[i]) && char.IsAsciiLetter(word[i - 1]))
                return $"{word[..i]} {word[i..]}";
        }
        return null;
    }

    private static string? NearestWord(CatalogueSnapshot snapshot, string word)
    {
        if (word.Length < 5 || !word.All(char.IsAsciiLetter))
            return null;
        return Array.Find(KnownWords, known => OneSlipApart(word, known))
            ?? snapshot.Segments.SelectMany(live => live.Segment.LongWords).FirstOrDefault(known => OneSlipApart(word, known));
    }

    /// <summary>One letter wrong, missing, too many, or two neighbours exchanged.</summary>
    private static bool OneSlipApart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        var restA = a.AsSpan(start);
        var restB = b.AsSpan(start);
        if (restA.Length > restB.Length)
            return restA[1..].SequenceEqual(restB);
        if (restA.Length < restB.Length)
            return restB[1..].SequenceEqual(restA);
        return restA.Length > 0 && (restA[1..].SequenceEqual(restB[1..])
            || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..])));
    }
}
