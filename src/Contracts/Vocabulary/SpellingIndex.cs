namespace Modular.Contracts.Vocabulary;

/// <summary>A spelling found in a folded text, with everything it may mean.</summary>
/// <param name="Weight">How much the spelling says: a Chinese character counts for two Latin letters.</param>
public readonly record struct Mention<T>(int Start, int End, int Weight, IReadOnlyList<(T Meaning, SpellingNature Nature)> Meanings);

/// <summary>Finds known spellings inside folded text, longest first, never in the middle of a Latin word.</summary>
internal sealed class SpellingIndex<T>
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<List<(T, SpellingNature)>?> _meanings = [null];
    private readonly List<(string Compact, T Meaning)> _spellings = [];
    private (string Compact, T Meaning)[]? _sorted;

    public void Add(Spelling spelling, T meaning)
    {
        var node = 0;
        var compact = FoldedText.Compact(spelling.Text);
        _spellings.Add((compact, meaning));
        foreach (var c in compact)
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

    /// <summary>Everything with a spelling that goes on from here, and how long that spelling is.</summary>
    public IEnumerable<(T Meaning, int Length)> Continuing(string compact)
    {
        _sorted ??= [.. _spellings.OrderBy(entry => entry.Compact, StringComparer.Ordinal)];
        var low = 0;
        for (var high = _sorted.Length; low < high;)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(_sorted[middle].Compact, compact) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < _sorted.Length && _sorted[low].Compact.StartsWith(compact, StringComparison.Ordinal); low++)
        {
            if (_sorted[low].Compact.Length > compact.Length)
                yield return (_sorted[low].Meaning, _sorted[low].Compact.Length);
        }
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

    private static bool IsLatin(char c) => char.IsLetterOrDigit(c) && !FoldedText.IsHan(c);

    private static long Step(int node, char c) => ((long)node << 16) | c;
}
