using System.Runtime.InteropServices;

namespace Modular.Instruments;

/// <summary>Keeps the best hits of a search and counts all of them by class, region and sharing mode.</summary>
internal sealed class HitCollector(CatalogueSearch search)
{
    private readonly record struct Found(long Key, int Order, CatalogueSegment Segment, int Document, int Score);

    private readonly int _size = Math.Clamp(search.Size, 1, 200);
    private readonly int _wanted = Math.Clamp(search.Page, 1, 1_000_000) * Math.Clamp(search.Size, 1, 200);
    private readonly List<Found> _found = [];
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sharingModes = new(StringComparer.Ordinal);
    private long _threshold = long.MinValue;
    private int _total;
    private int _order;

    public void Take(LiveSegment live, ReadOnlySpan<DocumentScore> scores, byte words, SearchFilter? filter)
    {
        var segment = live.Segment;
        var byClass = new int[segment.Classes.Count];
        var byPlace = new int[segment.Places.Count];
        var byMode = new int[segment.SharingModes.Count];
        var open = segment.SharingModes.Values.IndexOf(CatalogueValues.OpenToOthers);
        for (var document = 0; document < scores.Length; document++)
        {
            ref readonly var score = ref scores[document];
            if ((score.Words & words) != words || !live.IsLive(document) || (filter is not null && !filter.Takes(segment, document)))
                continue;
            _total++;
            byClass[segment.Classes.OrdinalOf(document)]++;
            byPlace[segment.Places.OrdinalOf(document)]++;
            var mode = segment.SharingModes.OrdinalOf(document);
            byMode[mode]++;
            var key = search.Sort switch
            {
                CatalogueSort.ValueDescending => segment.ValuesFen[document],
                CatalogueSort.ValueAscending => -segment.ValuesFen[document],
                CatalogueSort.Newest => segment.Freshness[document],
                // Among equals those that outsiders may use, then the newer.
                _ => ((long)score.Total << 21) | (mode == open ? 1L << 20 : 0) | (uint)segment.Freshness[document],
            };
            if (key > _threshold)
                Keep(new Found(key, _order, segment, document, score.Total));
            _order++;
        }
        Sum(_classes, byClass, i => $"{segment.Classes.Values[i].Code[..2]}0000");
        Sum(_regions, byPlace, i => $"{segment.Places.Values[i].Code[..4]}00");
        Sum(_sharingModes, byMode, i => segment.SharingModes.Values[i]);
    }

    public CatalogueResult Result(IReadOnlyList<QueryWord> words, int answered, bool exact, long version)
    {
        Trim();
        return new CatalogueResult(
            [.. _found.Skip(_wanted - _size).Select(found => new CatalogueHit(
                found.Segment.Entries[found.Document].Id, found.Score, MatchedFields.Of(found.Segment.Entries[found.Document], words)))],
            _total, exact,
            [.. words.Select((word, i) => Word(word, (answered >> i & 1) == 0))],
            Sorted(_classes), Sorted(_regions), Sorted(_sharingModes), version);
    }

    private static CatalogueWord Word(QueryWord word, bool dropped)
    {
        var kinds = word.Kinds.Where((k, rank) => rank == 0 || k.Sureness >= 75).Select(k => k.Kind).ToList();
        var spellings = kinds.Take(3).SelectMany(kind => kind.Spellings).Concat(word.Brand?.Spellings ?? []).Select(spelling => spelling.Text);
        return new CatalogueWord(word.Literal, [.. kinds.Select(kind => kind.NameZh)], [.. spellings.Distinct(StringComparer.Ordinal)], word.WrittenAs, dropped);
    }

    private void Keep(Found found)
    {
        _found.Add(found);
        if (_found.Count >= (2 * _wanted) + 64)
            Trim();
    }

    private void Trim()
    {
        CollectionsMarshal.AsSpan(_found).Sort((a, b) => a.Key != b.Key ? b.Key.CompareTo(a.Key) : a.Order.CompareTo(b.Order));
        if (_found.Count <= _wanted)
            return;
        _found.RemoveRange(_wanted, _found.Count - _wanted);
        _threshold = _found[^1].Key;
    }

    private static void Sum(Dictionary<string, int> sums, int[] counts, Func<int, string> code)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
                CollectionsMarshal.GetValueRefOrAddDefault(sums, code(i), out _) += counts[i];
        }
    }

    private static FacetCount[] Sorted(Dictionary<string, int> counts) =>
        [.. counts.Select(entry => new FacetCount(entry.Key, entry.Value)).OrderByDescending(f => f.Count).ThenBy(f => f.Code, StringComparer.Ordinal)];
}
