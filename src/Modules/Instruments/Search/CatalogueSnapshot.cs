namespace Modular.Instruments;

/// <summary>A segment with those of its documents that are no longer listed, one bit each.</summary>
internal sealed record LiveSegment(CatalogueSegment Segment, ulong[] Dead, int DeadCount)
{
    public LiveSegment(CatalogueSegment segment) : this(segment, new ulong[(segment.Count + 63) / 64], 0)
    {
    }

    public int LiveCount => Segment.Count - DeadCount;

    public bool IsLive(int document) => (Dead[document >> 6] >> document & 1) == 0;

    public LiveSegment Without(IEnumerable<int> documents)
    {
        var dead = (ulong[])Dead.Clone();
        var count = DeadCount;
        foreach (var document in documents)
        {
            count++;
            dead[document >> 6] |= 1ul << document;
        }
        return new LiveSegment(Segment, dead, count);
    }

    public int CountLive(ReadOnlySpan<int> documents)
    {
        if (DeadCount == 0)
            return documents.Length;
        var live = 0;
        foreach (var document in documents)
            live += IsLive(document) ? 1 : 0;
        return live;
    }
}

/// <summary>The whole index as it stands at one version. Searches read one snapshot from beginning to end; nothing in it changes.</summary>
internal sealed record CatalogueSnapshot(LiveSegment[] Segments, long Version)
{
    public static readonly CatalogueSnapshot Empty = new([], 0);

    public int Count => Segments.Sum(segment => segment.LiveCount);
}
