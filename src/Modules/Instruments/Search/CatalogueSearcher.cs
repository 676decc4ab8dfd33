namespace Modular.Instruments;

/// <summary>Runs one search over a snapshot: reads the query, matches its words, mends what finds nothing, and collects.</summary>
internal static class CatalogueSearcher
{
    public static CatalogueResult Search(CatalogueSnapshot snapshot, CatalogueSearch search)
    {
        var words = QueryReader.Read(search.Text);
        var run = new SearchRun(snapshot, words);
        try
        {
            if (run.Unanswered.Any() && QueryMending.Mend(snapshot, words, run.Unanswered) is { } mended)
            {
                run.Dispose();
                run = new SearchRun(snapshot, mended);
            }
            return run.Collect(search);
        }
        finally
        {
            run.Dispose();
        }
    }
}

/// <summary>The words of a query matched against every segment.</summary>
internal sealed class SearchRun : IDisposable
{
    private readonly CatalogueSnapshot _snapshot;
    private readonly IReadOnlyList<QueryWord> _words;
    private readonly SearchScratch[] _scratches;
    private readonly int[] _documentsByWords = new int[1 << QueryReader.MostWords];

    public SearchRun(CatalogueSnapshot snapshot, IReadOnlyList<QueryWord> words)
    {
        (_snapshot, _words) = (snapshot, words);
        _scratches = new SearchScratch[snapshot.Segments.Length];
        for (var i = 0; i < _scratches.Length; i++)
        {
            var live = snapshot.Segments[i];
            _scratches[i] = SearchScratch.Rent();
            var scores = _scratches[i].Clear(live.Segment.Count);
            if (words.Count == 0)
                continue;
            var matcher = new WordMatcher(live.Segment, _scratches[i], scores);
            for (var word = 0; word < words.Count; word++)
                matcher.Match(words[word], word);
            Count(live, scores, _documentsByWords, filter: null);
        }
    }

    /// <summary>The words that no document has at all, whatever the filters.</summary>
    public IEnumerable<int> Unanswered => Enumerable.Range(0, _words.Count)
        .Where(word => !_documentsByWords.Where((count, set) => count > 0 && (set >> word & 1) != 0).Any());

    public CatalogueResult Collect(CatalogueSearch search)
    {
        var filters = Array.ConvertAll(_snapshot.Segments, live => SearchFilter.For(live.Segment, search));
        var all = (1 << _words.Count) - 1;
        var wanted = _words.Count == 0 || HasAny(all, filters) ? all : Nearest(filters);
        var collector = new HitCollector(search);
        var nothing = wanted == 0 && _words.Count > 0;
        for (var i = 0; i < _scratches.Length && !nothing; i++)
            collector.Take(_snapshot.Segments[i], _scratches[i].Scores(_snapshot.Segments[i].Segment.Count), (byte)wanted, filters[i]);
        return collector.Result(_words, wanted, exact: wanted == all && !_words.Any(word => word.Loose || word.WrittenAs is not null), _snapshot.Version);
    }

    public void Dispose()
    {
        foreach (var scratch in _scratches)
            scratch.Return();
    }

    private bool HasAny(int all, SearchFilter?[] filters) =>
        filters.All(filter => filter is null) ? _documentsByWords[all] > 0 : CountFiltered(filters)[all] > 0;

    // The words that together say most and still find something.
    private int Nearest(SearchFilter?[] filters)
    {
        var counts = CountFiltered(filters);
        var (nearest, most) = (0, 0);
        for (var set = 1; set < 1 << _words.Count; set++)
        {
            var weight = 0;
            for (var word = 0; word < _words.Count; word++)
                weight += (set >> word & 1) == 0 ? 0 : _words[word].Weight;
            if (counts[set] > 0 && weight > most)
                (nearest, most) = (set, weight);
        }
        return nearest;
    }

    private int[] CountFiltered(SearchFilter?[] filters)
    {
        var counts = new int[_documentsByWords.Length];
        for (var i = 0; i < _scratches.Length; i++)
            Count(_snapshot.Segments[i], _scratches[i].Scores(_snapshot.Segments[i].Segment.Count), counts, filters[i]);
        return counts;
    }

    private static void Count(LiveSegment live, ReadOnlySpan<DocumentScore> scores, int[] counts, SearchFilter? filter)
    {
        for (var document = 0; document < scores.Length; document++)
        {
            var words = scores[document].Words;
            if (words != 0 && live.IsLive(document) && (filter is null || filter.Takes(live.Segment, document)))
                counts[words]++;
        }
    }
}
