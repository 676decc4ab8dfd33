using System.Runtime.InteropServices;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>What the search box offers while one types: kinds by their standard names, models, units.</summary>
internal static class CatalogueSuggestions
{
    private const int MostModelsLookedAt = 4_000;

    private static readonly (InstrumentKind Kind, string[] Spellings)[] Kinds = [.. InstrumentVocabulary.Current.Kinds
        .Select(kind => (kind, kind.Spellings.Select(spelling => FoldedText.Compact(spelling.Text)).ToArray()))];

    public static IReadOnlyList<CatalogueSuggestion> For(CatalogueSnapshot snapshot, string prefix, int most)
    {
        var folded = FoldedText.Name(prefix);
        var compact = folded.Replace(" ", "", StringComparison.Ordinal);
        if (compact.Length == 0)
            return [];
        var kinds = MatchingKinds(snapshot, compact).ToList();
        var models = compact.Length < 2 ? [] : MatchingModels(snapshot, compact, most);
        var units = MatchingUnits(snapshot, folded, most);
        // Something of each where there is something; kinds fill what the others leave.
        var ofModels = Math.Min(models.Count, kinds.Count == 0 ? most : 3);
        var ofUnits = Math.Min(units.Count, kinds.Count + models.Count == 0 ? most : 2);
        var ofKinds = Math.Min(kinds.Count, most - ofModels - ofUnits);
        var chosen = kinds.Take(ofKinds).Concat(models.Take(most - ofKinds - ofUnits)).Concat(units.Take(ofUnits));
        return compact.AsSpan().ContainsAnyInRange('0', '9')
            ? [.. chosen.OrderByDescending(s => s.Type == SuggestionType.Model).Take(most)]
            : [.. chosen.Take(most)];
    }

    private static IEnumerable<CatalogueSuggestion> MatchingKinds(CatalogueSnapshot snapshot, string compact) => Kinds
        .Select(entry => (entry.Kind, Fit: FitOf(entry.Spellings, compact)))
        .Where(entry => entry.Fit > 0)
        .Select(entry => (entry.Kind, entry.Fit, Count: CountOf(snapshot, entry.Kind)))
        .Where(entry => entry.Count > 0)
        .OrderByDescending(entry => entry.Fit).ThenByDescending(entry => entry.Count)
        .Select(entry => new CatalogueSuggestion(entry.Kind.NameZh, SuggestionType.Kind, entry.Count));

    private static int FitOf(string[] spellings, string compact)
    {
        var best = 0;
        for (var i = 0; i < spellings.Length; i++)
        {
            var at = spellings[i].IndexOf(compact, StringComparison.Ordinal);
            var fit = at < 0 ? 0
                : spellings[i].Length == compact.Length ? 5
                : at == 0 ? (i == 0 ? 4 : 3)
                : FoldedText.IsHan(compact[0]) && compact.Length > 1 ? (i == 0 ? 2 : 1)
                : 0;
            best = Math.Max(best, fit);
        }
        return best;
    }

    private static int CountOf(CatalogueSnapshot snapshot, InstrumentKind kind)
    {
        var count = 0;
        foreach (var live in snapshot.Segments)
        {
            foreach (var other in InstrumentVocabulary.Current.Kinds)
            {
                if (!other.Is(kind))
                    continue;
                foreach (var name in live.Segment.NamesOfKind.Of(other.Id))
                    count += live.CountLive(live.Segment.Names.Documents.Of(name));
            }
        }
        return count;
    }

    private static List<CatalogueSuggestion> MatchingModels(CatalogueSnapshot snapshot, string compact, int most)
    {
        var found = new Dictionary<string, (string Written, int Most, int Count)>(StringComparer.Ordinal);
        foreach (var live in snapshot.Segments)
        {
            var segment = live.Segment;
            var (from, to) = segment.ModelLookup.Runs.Range(compact);
            for (var i = from; i < Math.Min(to, from + MostModelsLookedAt); i++)
            {
                var match = segment.ModelLookup.Runs.At(i, compact.Length);
                var count = live.CountLive(segment.Models.Documents.Of(match.Value));
                if (count == 0)
                    continue;
                var model = segment.Models.Values[match.Value];
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(found, model.Number, out _);
                sum = count > sum.Most ? (model.Written, count, sum.Count + count) : (sum.Written, sum.Most, sum.Count + count);
            }
        }
        return [.. found.OrderByDescending(entry => entry.Key.StartsWith(compact, StringComparison.Ordinal)).ThenByDescending(entry => entry.Value.Count)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(most)
            .Select(entry => new CatalogueSuggestion(entry.Value.Written, SuggestionType.Model, entry.Value.Count))];
    }

    private static List<CatalogueSuggestion> MatchingUnits(CatalogueSnapshot snapshot, string folded, int most)
    {
        if (folded.Length < 2)
            return [];
        var found = new Dictionary<Guid, (UnitValue Unit, int Count)>();
        foreach (var live in snapshot.Segments)
        {
            for (var i = 0; i < live.Segment.Units.Count; i++)
            {
                var unit = live.Segment.Units.Values[i];
                if (!unit.Folded.Contains(folded, StringComparison.Ordinal))
                    continue;
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(found, unit.Id, out _);
                sum = (unit, sum.Count + live.CountLive(live.Segment.Units.Documents.Of(i)));
            }
        }
        return [.. found.Values.Where(entry => entry.Count > 0)
            .OrderByDescending(entry => entry.Unit.Folded.StartsWith(folded, StringComparison.Ordinal)).ThenByDescending(entry => entry.Count)
            .Take(most).Select(entry => new CatalogueSuggestion(entry.Unit.Written, SuggestionType.Unit, entry.Count, entry.Unit.Id))];
    }
}
