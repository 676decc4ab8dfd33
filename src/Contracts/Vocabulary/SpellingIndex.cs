namespace Modular.Contracts.Vocabulary;

/// <summary>A spelling found in a folded text, with everything it may mean.</summary>
/// <param name="Weight">How much the spelling says: a Chinese character counts for two Latin letters.</param>
public readonly record struct Mention<T>(int Start, int End, int Weight, IReadOnlyList<(T Meaning, SpellingNature Nature)> Meanings);

/// <summary>Finds known spellings inside folded text, longest first, never in the middle of a Latin word.</summary>
internal sealed class SpellingIndex<T>
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<List<(T, SpellingNature)>?> _meanings = [null];

    public void Add(Spelling spelling, T meaning)
    {
        var node = 0;
        foreach (var c in FoldedText.Compact(spelling.Text))
        {
            var step = Step(node, c);
            if (!_next.TryGetValue(step, out var next))
            {
                next = _meanings.Count;
                _meanings.Add(null);
                _next[step] = next;
            }
            node = next;
        }
        var meanings = _meanings[node] ??= [];
        if (!meanings.Exists(known => EqualityComparer<T>.Default.Equals(known.Item1, meaning)))
            meanings.Add((meaning, spelling.Nature));
    }

    /// <summary>The longest spelling that starts at the very place; none in the middle of a Latin word.</summary>
    public Mention<T>? At(ReadOnlySpan<char> folded, int start)
    {
        if (folded[start] == ' ' || (start > 0 && IsLatin(folded[start]) && IsLatin(folded[start - 1])))
            return null;
        var node = 0;
        var weight = 0;
        Mention<T>? longest = null;
        for (var i = start; i < folded.Length; i++)
        {
            var c = folded[i];
            if (c == ' ')
                continue;
            if (!_next.TryGetValue(Step(node, c), out node))
                break;
            weight += FoldedText.IsHan(c) ? 2 : 1;
            var atWordEnd = !IsLatin(c) || i + 1 == folded.Length || !IsLatin(folded[i + 1]);
            if (atWordEnd && _meanings[node] is { } meanings)
                longest = new Mention<T>(start, i + 1, weight, meanings);
        }
        return longest;
    }

    /// <summary>Left to right, each the longest at its place, none overlapping.</summary>
    public IEnumerable<Mention<T>> In(string folded)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            if (At(folded, i) is not { } mention)
                continue;
            yield return mention;
            i = mention.End - 1;
        }
    }

    private static bool IsLatin(char c) => c != ' ' && !FoldedText.IsHan(c);

    private static long Step(int node, char c) => ((long)node << 16) | c;
}
