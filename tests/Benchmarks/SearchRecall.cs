using Modular.Contracts.Vocabulary;
using Modular.Instruments;

namespace Modular.Benchmarks;

/// <summary>
/// For each real instrument whose kind is known: is an instrument that truly matches among the first ten?
/// By kind: one that is of the kind or a special case of it (for seeded instruments as the generator meant it). By model: one whose
/// normalised model is the same, or the same but for a maker's name before it. Precision is the share of truly matching ones in the first ten.
/// </summary>
internal static class SearchRecall
{
    private sealed class Tally
    {
        public int Queries { get; set; }
        public int Found { get; set; }
        public double Precision { get; set; }
        public List<string> Missed { get; } = [];
    }

    public static void Print(CatalogueIndex index, CatalogueCorpus corpus, int seed)
    {
        var random = new Random(seed);
        var byId = corpus.Documents.ToDictionary(d => d.Id);
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var real in corpus.Real)
        {
            if (InstrumentVocabulary.Current.KindOf(real.NameZh, real.NameEn)?.Kind is { } kind)
            {
                Ask("a common name", kind.Spellings.Where(s => !IsAbbreviation(s) && !s.Ambiguous).Select(s => s.Text), hit => Kind(hit)?.Is(kind) ?? false);
                Ask("b abbreviation", kind.Spellings.Where(s => IsAbbreviation(s) && !s.Ambiguous).Select(s => s.Text), hit => Kind(hit)?.Is(kind) ?? false);
                var unsure = kind.Spellings.Where(s => s.Ambiguous).Select(s => s.Text).ToArray();
                Ask("b' ambiguous abbreviation", unsure, hit => Kind(hit)?.Is(kind) ?? false);
            }
            var number = ModelNumber.Normalise(real.Model);
            if (number.Length < 3)
                continue;
            Ask("c model, spelt otherwise", Respelt(real.Model, random), hit => SameModel(hit, number));
            var typed = real.NameZh[..Math.Max(2, real.NameZh.Length / 2)];
            Ask("d name being typed and model", [$"{typed} {real.Model}"], hit => SameModel(hit, number) || byId[hit].NameZh == real.NameZh);
        }
        Console.WriteLine($"{"recall@10",-30} {"queries",8} {"recall",8} {"precision@10",13}");
        foreach (var (what, tally) in tallies.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{what,-30} {tally.Queries,8} {(double)tally.Found / tally.Queries,8:0.0000} {tally.Precision / tally.Queries,13:0.0000}");
            Console.WriteLine("   missed: " + string.Join(" | ", tally.Missed.Take(25)));
        }
        var all = tallies.Values.Aggregate((Queries: 0, Found: 0), (sum, t) => (sum.Queries + t.Queries, sum.Found + t.Found));
        Console.WriteLine($"{"all",-30} {all.Queries,8} {(double)all.Found / all.Queries,8:0.0000}");

        void Ask(string what, IEnumerable<string> queries, Func<Guid, bool> matches)
        {
            if (!tallies.TryGetValue(what, out var tally))
                tallies[what] = tally = new Tally();
            foreach (var query in queries)
            {
                if (!asked.Add($"{what}|{query}"))
                    continue;
                var hits = index.Search(new CatalogueSearch(query, Size: 10)).Hits;
                var right = hits.Count(hit => matches(hit.Id));
                tally.Queries++;
                tally.Found += right > 0 ? 1 : 0;
                tally.Precision += hits.Count == 0 ? 0 : (double)right / hits.Count;
                if (right == 0)
                    tally.Missed.Add(query);
            }
        }

        InstrumentKind? Kind(Guid id) => corpus.Kinds[id];

        bool SameModel(Guid id, string number)
        {
            var other = ModelNumber.Normalise(byId[id].Model ?? "");
            var (longer, shorter) = other.Length > number.Length ? (other, number) : (number, other);
            return other == number
                || (shorter.Length >= 3 && longer.EndsWith(shorter, StringComparison.Ordinal))
                || FoldedText.Compact(byId[id].NameZh).Contains(number, StringComparison.Ordinal);
        }
    }

    private static bool IsAbbreviation(Spelling spelling) => spelling.Text.Length <= 12 && spelling.Text.All(c => c < 128 && !char.IsWhiteSpace(c))
        && spelling.Text.Any(char.IsUpper);

    private static IEnumerable<string> Respelt(string model, Random random)
    {
        yield return model.ToLowerInvariant();
        yield return model.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        yield return model.Replace(' ', '-');
        yield return model.Replace('-', ' ');
        yield return string.Concat(model.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c));
        // A space where letters meet digits.
        var spaced = string.Concat(model.Select((c, i) => i > 0 && char.IsAsciiDigit(c) && char.IsAsciiLetter(model[i - 1]) ? $" {c}" : c.ToString()));
        yield return random.Next(2) == 0 ? spaced : spaced.ToUpperInvariant();
    }
}
