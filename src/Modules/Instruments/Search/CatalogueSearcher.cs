namespace Modular.Instruments;

/// <summary>Runs one search over a snapshot: reads the query, matches its words, mends what finds nothing, and collects.</summary>
internal static class CatalogueSearcher
{
    public static CatalogueResult Search(CatalogueSnapshot snapshot, CatalogueSearch search)
    {
        var words = QueryReader.Read(search.Text);
        using var run = new SearchRun(snapshot, words);
        if (run.Unanswered is not { Count: > 0 } unanswered || QueryMending.Mend(snapshot, words, unanswered) is not { } mended)
            return run.Collect(search);
        using var again = new SearchRun(snapshot, mended);
        return again.Collect(search);
    }
}

/// <summary>The words of a query matched against every segment.</summary>
internal sealed class SearchRun : IDisposable
{
    private readonly CatalogueSnapshot _snapshot;
    private readonly IReadOnlyList<QueryWord> _words;
    private readonly SearchScratch _scratch;
    private readonly int[] _documentsByWords = new int[1 << QueryReader.MostWords];

    public SearchRun(CatalogueSnapshot snapshot, IReadOnlyList<QueryWord> words)
    {
        (_snapshot, _words) = (snapshot, words);
        _scratch = SearchScratch.Rent(snapshot.Segments.Sum(live => live.Segment.Count));
        if (words.Count == 0)
            return;
        ForEachSegment((live, scores, _) =>
        {
            var matcher = new WordMatcher(live.Segment, _scratch, scores);
            for (var word = 0; word < _words.Count; word++)
                matcher.Match(_words[word], word);
        });
        Count(_documentsByWords, filters: null);
    }

    private delegate void SegmentAction(LiveSegment live, Span<DocumentScore> scores, int segment);

    /// <summary>The words that no document has at all, whatever the filters.</summary>
    public IReadOnlyList<int> Unanswered
    {
        get
        {
            var answered = 0;
            for (var set = 0; set < _documentsByWords.Length; set++)
                answered |= _documentsByWords[set] > 0 ? set : 0;
            return [.. Enumerable.Range(0, _words.Count).Where(word => (answered >> word & 1) == 0)];
        }
    }

    public CatalogueResult Collect(CatalogueSearch search)
    {
        var filters = Array.ConvertAll(_snapshot.Segments, live => SearchFilter.For(live.Segment, search));
        var all = (1 << _words.Count) - 1;
        var wanted = _words.Count == 0 ? all : BestAnswer(all, filters);
        var collector = new HitCollector(search);
        if (wanted != 0 || _words.Count == 0)
            ForEachSegment((live, scores, segment) => collector.Take(live, scores, (byte)wanted, filters[segment]));
        var exact = wanted == all && !_words.Any(word => word.Loose || word.WrittenAs is not null);
        return collector.Result(_words, wanted, exact, _snapshot.Version);
    }

    public void Dispose() => _scratch.Return();

    // All words where that finds something; else those that together say most and still do.
    private int BestAnswer(int all, SearchFilter?[] filters)
    {
        var counts = _documentsByWords;
        if (filters.Any(filter => filter is not null))
            Count(counts = new int[counts.Length], filters);
        var (best, most) = (0, 0);
        for (var set = all; set > 0; set--)
        {
            var weight = 0;
            for (var word = 0; word < _words.Count; word++)
                weight += (set >> word & 1) == 0 ? 0 : _words[word].Weight;
            if (counts[set] > 0 && weight > most)
                (best, most) = (set, weight);
        }
        return best;
    }

    private void Count(int[] counts, SearchFilter?[]? filters) => ForEachSegment((live, scores, segment) =>
    {
        var filter = filters?[segment];
        for (var document = 0; document < scores.Length; document++)
        {
            var words = scores[document].Words;
            if (words != 0 && live.IsLive(document) && (filter is null || filter.Takes(live.Segment, document)))
                counts[words]++;
        }
    });

    private void ForEachSegment(SegmentAction action)
    {
        var from = 0;
        for (var segment = 0; segment < _snapshot.Segments.Length; segment++)
        {
            var live = _snapshot.Segments[segment];
            action(live, _scratch.Scores(from, live.Segment.Count), segment);
            from += live.Segment.Count;
        }
    }
}
