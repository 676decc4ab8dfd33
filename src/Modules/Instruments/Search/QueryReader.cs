using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>
/// Reads what people type: known kinds and makers first, longest first; the rest as Latin words, numbers and runs of Chinese. The end of
/// the text may be a word still being typed.
/// </summary>
internal static class QueryReader
{
    // One bit a word in DocumentScore.Words.
    public const int MostWords = 8;

    private const char Break = '|';

    private static readonly InstrumentVocabulary Vocabulary = InstrumentVocabulary.Current;

    public static List<QueryWord> Read(string text)
    {
        var query = Fold(text);
        var words = new List<QueryWord>();
        var completion = FindCompletion(query);
        var end = completion?.Start ?? query.Length;
        var gap = 0;
        for (var i = 0; i < end;)
        {
            if (ConceptAt(query, i, i == gap) is not { } concept || concept.End > end)
            {
                i++;
                continue;
            }
            AddPlain(words, query, gap, i);
            words.Add(concept.Word);
            gap = i = concept.End;
        }
        AddPlain(words, query, gap, end);
        if (completion is { } typed)
            words.Add(typed.Word);
        return words.Count <= MostWords ? words : words[..MostWords];
    }

    // What stood apart stays apart, but Latin words may form one spelling (scanning electron microscope).
    private static string Fold(string text)
    {
        var query = "";
        foreach (var chunk in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = MakerApart(FoldedText.Name(chunk));
            if (folded.Length > 0)
                query += query.Length == 0 ? folded : IsLatin(query[^1]) && IsLatin(folded[0]) ? $" {folded}" : $"{Break}{folded}";
        }
        return query.Length <= 200 ? query : query[..200];
    }

    // agilent7890b is a maker and a model written together.
    private static string MakerApart(string word)
    {
        var letters = word.AsSpan().IndexOfAnyInRange('0', '9');
        return letters >= 4 && Vocabulary.BrandAt(word[..letters], 0)?.End == letters ? $"{word[..letters]} {word[letters..]}" : word;
    }

    private static (int End, QueryWord Word)? ConceptAt(string query, int start, bool afterConcept)
    {
        var kind = Vocabulary.KindAt(query, start);
        var brand = Vocabulary.BrandAt(query, start);
        if (kind is null && brand is null)
            return null;
        var end = Math.Max(kind?.End ?? 0, brand?.End ?? 0);
        if (IsShortChinese(query, start, end) && !StandsAlone(query, start, end, afterConcept))
            return null;
        var meanings = kind is { } k && k.End == end ? k.Meanings : [];
        return (end, new QueryWord(query[start..end])
        {
            Kinds = [.. meanings.Select(m => (m.Meaning, Sureness(m.Nature, meanings.Count)))],
            Brand = brand is { } b && b.End == end ? b.Meanings[0].Meaning : null,
            Product = meanings.Any(m => m.Nature == SpellingNature.Product),
            Joined = RunAround(query, start, end),
        });
    }

    private static int Sureness(SpellingNature nature, int meanings) => nature switch
    {
        SpellingNature.Ambiguous => meanings > 1 ? 75 : 95,
        SpellingNature.Product => 80,
        _ => 100,
    };

    private static bool IsShortChinese(string query, int start, int end) =>
        end - start <= 2 && FoldedText.IsHan(query[start]) && FoldedText.IsHan(query[end - 1]);

    // 理学 is a maker, 物理学 is not: two characters count only where nothing Chinese clings to them.
    private static bool StandsAlone(string query, int start, int end, bool afterConcept) =>
        (afterConcept || start == 0 || !FoldedText.IsHan(query[start - 1]))
        && (end == query.Length || !FoldedText.IsHan(query[end]) || Vocabulary.KindAt(query, end) is not null);

    private static (int Start, QueryWord Word)? FindCompletion(string query)
    {
        var from = query.LastIndexOf(Break) + 1;
        for (var i = from; i < query.Length; i++)
        {
            if (query[i] == ' ' || (i > from && IsLatin(query[i]) && IsLatin(query[i - 1])))
                continue;
            var typed = query[i..].Replace(" ", "", StringComparison.Ordinal);
            if (typed.Sum(c => FoldedText.IsHan(c) ? 2 : 1) < 3)
                return null;
            var whole = Vocabulary.KindAt(query, i) is { } mention && mention.End == query.Length ? mention.Meanings : [];
            var kinds = new Dictionary<InstrumentKind, int>();
            foreach (var (kind, length) in Vocabulary.KindsStarting(typed))
                kinds[kind] = Math.Max(kinds.GetValueOrDefault(kind), (whole.Count > 0 ? 44 : 64) + (16 * typed.Length / length));
            if (kinds.Count == 0 && whole.Count == 0)
                continue;
            foreach (var (kind, nature) in whole)
                kinds[kind] = Sureness(nature, whole.Count);
            var brand = Vocabulary.BrandAt(query, i);
            return (i, new QueryWord(query[i..])
            {
                Kinds = [.. kinds.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key.Id).Take(16).Select(entry => (entry.Key, entry.Value))],
                Brand = brand is { } b && b.End == query.Length ? b.Meanings[0].Meaning : null,
                Product = whole.Count == 0 || whole.Any(m => m.Nature == SpellingNature.Product),
                Joined = RunAround(query, i, query.Length),
            });
        }
        return null;
    }

    private static void AddPlain(List<QueryWord> words, string query, int from, int to)
    {
        for (var i = from; i < to;)
        {
            if (query[i] is ' ' or Break)
            {
                i++;
                continue;
            }
            var start = i;
            var chinese = IsChinese(query, i, to);
            while (i < to && query[i] is not (' ' or Break) && IsChinese(query, i, to) == chinese)
                i++;
            words.Add(new QueryWord(query[start..i]) { Joined = chinese ? null : RunAround(query, start, i) });
        }
    }

    // A single letter before a Chinese character belongs to it: X射线, γ谱.
    private static bool IsChinese(string query, int i, int to) =>
        FoldedText.IsHan(query[i])
        || (i + 1 < to && FoldedText.IsHan(query[i + 1]) && (i == 0 || !IsLatin(query[i - 1])));

    private static string? RunAround(string query, int start, int end)
    {
        if (!IsLatin(query[start]))
            return null;
        var (from, to) = (start, end);
        while (from > 0 && (query[from - 1] == ' ' || IsLatin(query[from - 1])))
            from--;
        while (to < query.Length && (query[to] == ' ' || IsLatin(query[to])))
            to++;
        var run = query[from..to].Trim();
        return run.Length > end - start && !run.AsSpan().ContainsAnyInRange('\u2E80', '\u9FFF')
            ? run.Replace(" ", "", StringComparison.Ordinal) : null;
    }

    private static bool IsLatin(char c) => char.IsLetterOrDigit(c) && !FoldedText.IsHan(c);
}
