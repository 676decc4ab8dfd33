using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>How a prefix sits in a run of Latin words: "6700" in nicolet|6700 starts inside and fills the rest.</summary>
internal readonly record struct RunMatch(int Value, bool FromStart, bool ToEnd, bool WholeWord, int RunLength);

/// <summary>
/// The Latin words and numbers of short texts, written together, findable by prefix from every place where a word or a number starts:
/// JEM-2100HR is found by jem2100, 2100hr and hr.
/// </summary>
internal sealed class WordRuns
{
    private readonly string[] _runs;
    private readonly int[] _values;
    private readonly ulong[] _starts;
    private readonly int[] _entryRun;
    private readonly ushort[] _entryAt;

    private WordRuns(string[] runs, int[] values, ulong[] starts, int[] entryRun, ushort[] entryAt) =>
        (_runs, _values, _starts, _entryRun, _entryAt) = (runs, values, starts, entryRun, entryAt);

    public (int From, int To) Range(string prefix) =>
        (LowerBound(prefix, afterPrefix: false), LowerBound(prefix, afterPrefix: true));

    public RunMatch At(int entry, int prefixLength)
    {
        var run = _entryRun[entry];
        var end = _entryAt[entry] + prefixLength;
        var toEnd = end == _runs[run].Length;
        return new RunMatch(_values[run], _entryAt[entry] == 0, toEnd, toEnd || (end < 64 && (_starts[run] >> end & 1) != 0), _runs[run].Length);
    }

    /// <summary>The words of five letters and more, for mending typing slips.</summary>
    public IEnumerable<string> LongWords()
    {
        for (var run = 0; run < _runs.Length; run++)
        {
            var text = _runs[run];
            var from = 0;
            for (var i = 1; i <= text.Length; i++)
            {
                if (i < text.Length && (i >= 64 || (_starts[run] >> i & 1) == 0))
                    continue;
                if (i - from >= 5 && char.IsAsciiLetter(text[from]) && char.IsAsciiLetter(text[i - 1]))
                    yield return text[from..i];
                from = i;
            }
        }
    }

    private int LowerBound(string prefix, bool afterPrefix)
    {
        var (low, high) = (0, _entryRun.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var suffix = _runs[_entryRun[middle]].AsSpan(_entryAt[middle]);
            var order = afterPrefix && suffix.StartsWith(prefix, StringComparison.Ordinal) ? -1 : suffix.SequenceCompareTo(prefix);
            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    internal sealed class Builder
    {
        private readonly List<string> _runs = [];
        private readonly List<int> _values = [];
        private readonly List<ulong> _starts = [];
        private readonly List<(ulong Head, int Run, ushort At)> _entries = [];
        private readonly char[] _buffer = new char[512];

        /// <summary>Takes a folded text: words in it stand apart by spaces, Chinese ends a run.</summary>
        public void Add(int value, string folded)
        {
            var length = 0;
            var starts = 0ul;
            var newWord = true;
            foreach (var c in folded)
            {
                if (c == ' ')
                {
                    newWord = true;
                    continue;
                }
                if (FoldedText.IsHan(c) || length == _buffer.Length)
                {
                    Close(value, length, starts);
                    (length, starts, newWord) = (0, 0, true);
                    continue;
                }
                if ((newWord || char.IsAsciiDigit(c) != char.IsAsciiDigit(_buffer[length - 1])) && length < 64)
                    starts |= 1ul << length;
                _buffer[length++] = c;
                newWord = false;
            }
            Close(value, length, starts);
        }

        public WordRuns Build()
        {
            _entries.Sort((a, b) => a.Head != b.Head ? a.Head.CompareTo(b.Head)
                : _runs[a.Run].AsSpan(a.At).SequenceCompareTo(_runs[b.Run].AsSpan(b.At)));
            return new WordRuns([.. _runs], [.. _values], [.. _starts], [.. _entries.Select(e => e.Run)], [.. _entries.Select(e => e.At)]);
        }

        private void Close(int value, int length, ulong starts)
        {
            if (length == 0)
                return;
            var run = _runs.Count;
            _runs.Add(new string(_buffer, 0, length));
            _values.Add(value);
            _starts.Add(starts);
            for (; starts != 0; starts &= starts - 1)
            {
                var at = System.Numerics.BitOperations.TrailingZeroCount(starts);
                _entries.Add((Head(_buffer.AsSpan(at, length - at)), run, (ushort)at));
            }
        }

        // Eight characters in one number: most comparisons of the sort end there.
        private static ulong Head(ReadOnlySpan<char> suffix)
        {
            var head = 0ul;
            for (var i = 0; i < 8; i++)
                head = head << 8 | (i < suffix.Length ? Math.Min((ulong)suffix[i], 0xFF) : 0);
            return head;
        }
    }
}
