namespace Modular.Instruments;

/// <summary>Lists of ascending ids by key, in two arrays.</summary>
internal sealed class Postings(int[] offsets, int[] ids)
{
    public static readonly Postings Empty = new([0], []);

    public ReadOnlySpan<int> Of(int key) =>
        key < 0 || key + 1 >= offsets.Length ? [] : ids.AsSpan(offsets[key], offsets[key + 1] - offsets[key]);

    /// <summary>From "the key of each id" to "the ids of each key"; a negative key is none.</summary>
    public static Postings Invert(ReadOnlySpan<int> keyOf, int keys)
    {
        var offsets = new int[keys + 1];
        foreach (var key in keyOf)
        {
            if (key >= 0)
                offsets[key + 1]++;
        }
        for (var key = 0; key < keys; key++)
            offsets[key + 1] += offsets[key];
        var ids = new int[offsets[keys]];
        var next = offsets[..keys];
        for (var id = 0; id < keyOf.Length; id++)
        {
            if (keyOf[id] >= 0)
                ids[next[keyOf[id]]++] = id;
        }
        return new Postings(offsets, ids);
    }

    /// <summary>From a run of keys for each id in turn; <paramref name="ends"/> says where each id's run stops.</summary>
    public static Postings Invert(IReadOnlyList<int[]> chunks, ReadOnlySpan<int> ends, int keys)
    {
        var offsets = new int[keys + 1];
        var total = ends.Length == 0 ? 0 : ends[^1];
        var left = total;
        foreach (var chunk in chunks)
        {
            foreach (var key in chunk.AsSpan(0, Math.Min(chunk.Length, left)))
                offsets[key + 1]++;
            left -= Math.Min(chunk.Length, left);
        }
        for (var key = 0; key < keys; key++)
            offsets[key + 1] += offsets[key];
        var ids = new int[total];
        var next = offsets[..keys];
        var at = 0;
        for (var id = 0; id < ends.Length; id++)
        {
            for (; at < ends[id]; at++)
                ids[next[chunks[at / GramIndexBuilder.ChunkSize][at % GramIndexBuilder.ChunkSize]]++] = id;
        }
        return new Postings(offsets, ids);
    }
}
