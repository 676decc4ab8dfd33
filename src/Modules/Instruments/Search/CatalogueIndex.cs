namespace Modular.Instruments;

/// <summary>
/// Search in the public catalogue (S-1), in memory: built from the registry at start, kept current by events. Searching takes no lock:
/// it reads an immutable snapshot, and writers put the next one in its place.
/// </summary>
internal sealed class CatalogueIndex
{
    private const int ChunkSize = 8_192;

    private readonly Lock _writing = new();
    private readonly CatalogueValues _values = new();
    private readonly Dictionary<Guid, (CatalogueSegment Segment, int Document)> _places = [];
    private volatile CatalogueSnapshot _current = CatalogueSnapshot.Empty;
    private List<(Guid Id, CatalogueEntry? Entry)>? _whileLoading;

    public long Version => _current.Version;

    public int Count => _current.Count;

    public static CatalogueIndex Build(IReadOnlyList<CatalogueDocument> documents)
    {
        var index = new CatalogueIndex();
        index.Fill([.. documents.Chunk(ChunkSize).AsParallel().AsOrdered()
            .WithDegreeOfParallelism(Environment.ProcessorCount)
            .Select(chunk => Array.ConvertAll(chunk, index._values.Entry))]);
        return index;
    }

    public static async Task<CatalogueIndex> Build(IAsyncEnumerable<CatalogueDocument> documents, CancellationToken ct)
    {
        var index = new CatalogueIndex();
        await index.Load(documents, ct);
        return index;
    }

    /// <summary>
    /// Replaces everything by what the stream holds; the rows need not all be held at once. What is written meanwhile comes on top,
    /// for it is newer than the stream; until the end the index answers as before.
    /// </summary>
    public async Task Load(IAsyncEnumerable<CatalogueDocument> documents, CancellationToken ct)
    {
        lock (_writing)
        {
            if (_whileLoading is not null)
                throw new InvalidOperationException("The catalogue is being loaded already.");
            _whileLoading = [];
        }
        try
        {
            var folding = new List<Task<CatalogueEntry[]>>();
            await foreach (var chunk in documents.Chunk(ChunkSize).WithCancellation(ct))
                folding.Add(Task.Run(() => Array.ConvertAll(chunk, _values.Entry), ct));
            Fill(await Task.WhenAll(folding));
        }
        finally
        {
            lock (_writing)
                _whileLoading = null;
        }
    }

    public CatalogueResult Search(CatalogueSearch search) => CatalogueSearcher.Search(_current, search);

    public IReadOnlyList<CatalogueSuggestion> Suggest(string prefix, int most = 8) => CatalogueSuggestions.For(_current, prefix, most);

    /// <summary>Lists the instrument, or replaces what is known of it.</summary>
    public void Upsert(CatalogueDocument document) => Upsert([document]);

    public void Upsert(IReadOnlyCollection<CatalogueDocument> documents)
    {
        if (documents.Count == 0)
            return;
        // The last of several versions of one instrument counts.
        var changes = documents.Select(_values.Entry).Reverse().DistinctBy(entry => entry.Id).Reverse()
            .Select(entry => (entry.Id, (CatalogueEntry?)entry)).ToArray();
        lock (_writing)
        {
            _whileLoading?.AddRange(changes);
            Put(_current.Segments, changes);
        }
    }

    /// <summary>False when the instrument was not listed.</summary>
    public bool Remove(Guid id)
    {
        lock (_writing)
        {
            _whileLoading?.Add((id, null));
            if (!_places.ContainsKey(id))
                return false;
            Put(_current.Segments, [(id, null)]);
            return true;
        }
    }

    // As many segments as processors: they are built, and could be searched, side by side.
    private void Fill(IReadOnlyList<CatalogueEntry[]> chunks)
    {
        var entries = chunks.SelectMany(chunk => chunk).DistinctBy(entry => entry.Id).ToArray();
        var share = Math.Max(ChunkSize, (entries.Length + Environment.ProcessorCount - 1) / Environment.ProcessorCount);
        var segments = entries.Chunk(share).AsParallel().AsOrdered().Select(part => new CatalogueSegment(part)).ToArray();
        lock (_writing)
        {
            _places.Clear();
            Put([.. segments.Select(Place)], [.. (_whileLoading ?? []).GroupBy(change => change.Id).Select(changes => changes.Last())]);
        }
    }

    private void Put(IReadOnlyList<LiveSegment> segments, IReadOnlyList<(Guid Id, CatalogueEntry? Entry)> changes)
    {
        var next = WithoutDocuments(segments, changes.Select(change => change.Id));
        if (changes.Select(change => change.Entry).OfType<CatalogueEntry>().ToArray() is { Length: > 0 } written)
            next.Add(Place(new CatalogueSegment(written)));
        MergeSmall(next);
        _current = new CatalogueSnapshot([.. next], _current.Version + 1);
    }

    private LiveSegment Place(CatalogueSegment segment)
    {
        for (var document = 0; document < segment.Count; document++)
            _places[segment.Entries[document].Id] = (segment, document);
        return new LiveSegment(segment);
    }

    private List<LiveSegment> WithoutDocuments(IReadOnlyList<LiveSegment> segments, IEnumerable<Guid> ids)
    {
        var gone = new Dictionary<CatalogueSegment, List<int>>();
        foreach (var id in ids)
        {
            if (!_places.Remove(id, out var place))
                continue;
            if (!gone.TryGetValue(place.Segment, out var documents))
                gone[place.Segment] = documents = [];
            documents.Add(place.Document);
        }
        return [.. segments
            .Select(live => gone.TryGetValue(live.Segment, out var documents) ? live.Without(documents) : live)
            .Where(live => live.LiveCount > 0)];
    }

    // Small segments join their neighbour as soon as they are no longer much smaller: the number of segments grows with the logarithm
    // of what was written, and each document is indexed again only a few times.
    private void MergeSmall(List<LiveSegment> segments)
    {
        while (segments.Count > 1 && segments[^2].LiveCount <= 4 * segments[^1].LiveCount && segments[^2].Segment.Count < ChunkSize)
        {
            var merged = Place(new CatalogueSegment([.. LiveEntries(segments[^2]), .. LiveEntries(segments[^1])]));
            segments.RemoveRange(segments.Count - 2, 2);
            segments.Add(merged);
        }
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].DeadCount * 4 > segments[i].Segment.Count)
                segments[i] = Place(new CatalogueSegment([.. LiveEntries(segments[i])]));
        }
    }

    private static IEnumerable<CatalogueEntry> LiveEntries(LiveSegment live) =>
        live.Segment.Entries.Where((_, document) => live.IsLive(document));
}
