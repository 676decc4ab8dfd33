using System.Runtime.InteropServices;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>The Latin words of the long texts and the documents that hold them, findable by prefix.</summary>
internal sealed class TextWords(string[] sorted, int[] rank, Postings postings)
{
    public IEnumerable<string> All => sorted;

    /// <summary>The words that start so, as a range for <see cref="Documents"/>.</summary>
    public (int From, int To) Range(string prefix)
    {
        var from = LowerBound(prefix);
        var to = from;
        while (to < sorted.Length && sorted[to].StartsWith(prefix, StringComparison.Ordinal))
            to++;
        return (from, to);
    }

    public bool IsWord(int at, string word) => sorted[at].Length == word.Length;

    public ReadOnlySpan<int> Documents(int at) => postings.Of(rank[at]);

    private int LowerBound(string prefix)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(sorted[middle], prefix) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    internal sealed class Builder
    {
        private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
        private readonly List<List<int>> _documents = [];
        private int _document = -1;

        public void Add(string text)
        {
            _document++;
            var from = -1;
            for (var i = 0; i <= text.Length; i++)
            {
                var inWord = i < text.Length && text[i] > ' ' && !FoldedText.IsHan(text[i]);
                if (inWord && from < 0)
                    from = i;
                if (inWord || from < 0)
                    continue;
                // Bare numbers of two digits in prose say nothing.
                if (i - from >= 2 && (i - from > 2 || char.IsAsciiLetter(text[from])))
                    Note(text.AsSpan(from, i - from));
                from = -1;
            }
        }

        public TextWords Build()
        {
            var sorted = _words.Keys.ToArray();
            Array.Sort(sorted, string.CompareOrdinal);
            var rank = Array.ConvertAll(sorted, word => _words[word]);
            var offsets = new int[_documents.Count + 1];
            for (var i = 0; i < _documents.Count; i++)
                offsets[i + 1] = offsets[i] + _documents[i].Count;
            var ids = new int[offsets[^1]];
            for (var i = 0; i < _documents.Count; i++)
                _documents[i].CopyTo(ids, offsets[i]);
            return new TextWords(sorted, rank, new Postings(offsets, ids));
        }

        private void Note(ReadOnlySpan<char> word)
        {
            ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(_words.GetAlternateLookup<ReadOnlySpan<char>>(), word, out var known);
            if (!known)
            {
                at = _documents.Count;
                _documents.Add([]);
            }
            if (_documents[at] is var list && (list.Count == 0 || list[^1] != _document))
                list.Add(_document);
        }
    }
}
