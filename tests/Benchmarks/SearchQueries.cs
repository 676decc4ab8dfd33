using Modular.Contracts.Vocabulary;
using Modular.Instruments;

namespace Modular.Benchmarks;

/// <summary>Queries of every sort that people send, drawn by seed.</summary>
internal static class SearchQueries
{
    private const int Each = 400;

    public static IEnumerable<(string Kind, IReadOnlyList<CatalogueSearch> Queries)> ByKind(CatalogueCorpus corpus, int seed)
    {
        var random = new Random(seed);
        var specimens = InstrumentSpecimens.Make(seed + 2, Each).ToArray();
        var documents = corpus.Documents;
        yield return Searches("kind, Chinese", specimens.Select(s => s.Kind));
        yield return Searches("kind, English", specimens.Select(s => s.NameEn).Where(n => n.Length > 0));
        yield return Searches("kind, abbreviation", Abbreviations(random));
        yield return Searches("model", specimens.Select(s => s.Model));
        yield return Searches("maker and kind", specimens.Select(s => $"{s.Manufacturer} {s.Kind}"));
        yield return Searches("kind and model", specimens.Select(s => $"{s.Kind} {s.Model}"));
        yield return Searches("as you type, every keystroke", Typed(seed).Take(3 * Each));
        yield return Searches("one character", specimens.Select(s => s.Kind[random.Next(s.Kind.Length)].ToString()));
        yield return Searches("unit and kind", Enumerable.Range(0, Each).Select(_ => documents[random.Next(documents.Count)]).Select(d => $"{d.UnitName} {d.NameZh}"));
        yield return Searches("a word of the functions", Enumerable.Range(0, Each).Select(_ => documents[random.Next(documents.Count)].Functions!).Where(f => f.Length > 12).Select(f => f.Substring(4 + random.Next(4), 4)));
        yield return Searches("one letter wrong", specimens.Select(s => Slip(s.NameEn, random)).Where(n => n.Length > 8));
        yield return Searches("one Chinese character wrong", specimens.Select(s => SlipHan(s.Kind, random)));
        yield return Searches("nothing like it", Enumerable.Range(0, Each).Select(_ => $"{(char)random.Next('a', 'z' + 1)}qzx{random.Next(100_000, 999_999)}"));
        yield return ("everything in a region, newest", [.. Enumerable.Range(0, Each).Select(i => new CatalogueSearch("", RegionCode: "150200", Page: 1 + (i % 5), Sort: CatalogueSort.Newest))]);
        yield return ("kind in class and region, page 3", [.. specimens.Select(s => new CatalogueSearch(s.Kind, ClassCode: s.ClassCode, RegionCode: "150100", Page: 3))]);
    }

    /// <summary>What a search box sends while names and models are being typed.</summary>
    public static IEnumerable<string> Typed(int seed)
    {
        foreach (var specimen in InstrumentSpecimens.Make(seed + 3, 300))
        {
            var text = seed % 2 == 0 || specimen.Model.Length < 3 ? specimen.NameZh : specimen.Model;
            for (var length = 1; length <= text.Length; length++)
                yield return text[..length];
            for (var length = 1; length <= specimen.Model.Length; length++)
                yield return specimen.Model[..length];
        }
    }

    private static (string, IReadOnlyList<CatalogueSearch>) Searches(string kind, IEnumerable<string> texts) =>
        (kind, [.. texts.Select(text => new CatalogueSearch(text))]);

    private static IEnumerable<string> Abbreviations(Random random)
    {
        var all = InstrumentVocabulary.Current.Kinds.SelectMany(k => k.Spellings).Select(s => s.Text)
            .Where(t => t.Length <= 9 && t.All(c => c < 128)).ToArray();
        return Enumerable.Range(0, Each).Select(_ => all[random.Next(all.Length)]);
    }

    private static string Slip(string text, Random random)
    {
        var words = text.Split(' ');
        var longest = Array.IndexOf(words, words.MaxBy(w => w.Length));
        var at = 1 + random.Next(Math.Max(1, words[longest].Length - 2));
        words[longest] = words[longest].Remove(Math.Min(at, Math.Max(0, words[longest].Length - 1)), Math.Min(1, words[longest].Length));
        return string.Join(' ', words);
    }

    private static string SlipHan(string text, Random random)
    {
        var at = random.Next(text.Length);
        return $"{text[..at]}错{text[(at + 1)..]}";
    }
}
