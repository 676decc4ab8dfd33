using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>
/// Pairs of neighbouring characters, at least one of them Chinese, and the ids of the texts that hold them: Chinese is searched
/// without cutting it into words.
/// </summary>
internal sealed class GramIndex(uint[] keys, int[] slots, Postings postings)
{
    public ReadOnlySpan<int> Of(char first, char second) => postings.Of(Find(keys, slots, Key(first, second)));

    /// <summary>The shortest list among the pairs of a word of two or more characters.</summary>
    public ReadOnlySpan<int> Rarest(string word)
    {
        var rarest = Of(word[0], word[1]);
        for (var i = 1; i + 1 < word.Length && rarest.Length > 0; i++)
        {
            if (!IsGram(word[i], word[i + 1]))
                continue;
            var list = Of(word[i], word[i + 1]);
            if (list.Length < rarest.Length || !IsGram(word[0], word[1]))
                rarest = list;
        }
        return rarest;
    }

    public static bool IsGram(char first, char second) =>
        first > ' ' && second > ' ' && (FoldedText.IsHan(first) || FoldedText.IsHan(second));

    internal static uint Key(char first, char second) => ((uint)first << 16) | second;

    internal static int Find(ReadOnlySpan<uint> keys, ReadOnlySpan<int> slots, uint key)
    {
        var mask = slots.Length - 1;
        for (var at = Hash(key) & mask; ; at = (at + 1) & mask)
        {
            var slot = slots[at];
            if (slot == 0)
                return -1;
            if (keys[slot - 1] == key)
                return slot - 1;
        }
    }

    internal static int Hash(uint key) => (int)((key * 0x9E3779B1u) >> 11);
}

/// <summary>Takes texts in the order of their ids.</summary>
internal sealed class GramIndexBuilder(bool singles)
{
    // Small enough to stay out of the large-object heap: segments of a few documents are made all day.
    internal const int ChunkSize = 1 << 12;

    private readonly List<int[]> _chunks = [];
    private readonly List<int> _ends = [];
    private uint[] _keys = new uint[256];
    private int[] _lastId = new int[256];
    private int[] _slots = new int[1024];
    private int _keyCount;
    private int _pairs;

    public void Add(string text)
    {
        var id = _ends.Count + 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (singles && FoldedText.IsHan(text[i]))
                Note(GramIndex.Key('\0', text[i]), id);
            if (i + 1 < text.Length && GramIndex.IsGram(text[i], text[i + 1]))
                Note(GramIndex.Key(text[i], text[i + 1]), id);
        }
        _ends.Add(_pairs);
    }

    public GramIndex Build()
    {
        var postings = Postings.Invert(_chunks, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ends), _keyCount);
        return new GramIndex(_keys, _slots, postings);
    }

    private void Note(uint key, int id)
    {
        var gram = GramIndex.Find(_keys, _slots, key);
        if (gram < 0)
            gram = AddKey(key);
        if (_lastId[gram] == id)
            return;
        _lastId[gram] = id;
        if (_pairs % ChunkSize == 0)
            _chunks.Add(new int[ChunkSize]);
        _chunks[^1][_pairs % ChunkSize] = gram;
        _pairs++;
    }

    private int AddKey(uint key)
    {
        if (_keyCount == _keys.Length)
        {
            Array.Resize(ref _keys, _keys.Length * 2);
            Array.Resize(ref _lastId, _lastId.Length * 2);
            _slots = new int[_slots.Length * 2];
            for (var i = 0; i < _keyCount; i++)
                Place(_keys[i], i);
        }
        _keys[_keyCount] = key;
        Place(key, _keyCount);
        return _keyCount++;
    }

    private void Place(uint key, int gram)
    {
        var mask = _slots.Length - 1;
        var at = GramIndex.Hash(key) & mask;
        while (_slots[at] != 0)
            at = (at + 1) & mask;
        _slots[at] = gram + 1;
    }
}
