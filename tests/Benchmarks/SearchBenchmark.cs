using Modular.Instruments;

namespace Modular.Benchmarks;

/// <summary>P5: search as you type at 200 requests a second on 2 cores: p95 ≤ 50 ms (floor), ≤ 20 ms and recall@10 ≥ 0.98 (stretch).</summary>
internal static class SearchBenchmark
{
    private const int Rounds = 5;

    public static async Task Run(Options options)
    {
        var count = options.Count ?? 180_000;
        Console.WriteLine($"seed {options.Seed}, {count} seeded instruments, {Environment.ProcessorCount} cores");
        Console.WriteLine($"specimens: {Figures.ComputingMilliseconds(() => InstrumentSpecimens.Make(options.Seed, count).Count()) / 1000:0.00} s computing time");
        var corpus = CatalogueCorpus.Make(options, count);
        var index = Build(corpus.Documents);
        if (options.Ask is { } questions)
        {
            Answer(index, corpus, questions.Split('|'));
            return;
        }
        Speed(index, corpus, options.Seed);
        AgainstScan(index, corpus);
        SearchRecall.Print(index, corpus, options.Seed);
        await UnderLoad(index, options.Seed);
        Upkeep(index, corpus);
        await SearchOverHttp.Run(count, options.Seed);
    }

    private static void Upkeep(CatalogueIndex index, CatalogueCorpus corpus)
    {
        const int writes = 2_000;
        var times = corpus.Documents.Take(writes).Select(d => Figures.Milliseconds(() => index.Upsert(d with { Services = "已更新" }))).Order().ToArray();
        Console.WriteLine($"{writes} upserts one by one: p50 {Figures.Percentile(times, 0.5):0.00} ms, p99 {Figures.Percentile(times, 0.99):0.00} ms, max {times[^1]:0.0} ms, {writes / times.Sum() * 1000:0} a second");
    }

    private static CatalogueIndex Build(IReadOnlyList<CatalogueDocument> documents)
    {
        CatalogueIndex index = null!;
        var times = new List<double>();
        var memory = 0.0;
        for (var round = 0; round < 3; round++)
        {
            index = null!;
            var before = GC.GetTotalMemory(forceFullCollection: true);
            times.Add(Figures.Milliseconds(() => index = CatalogueIndex.Build(documents)) / 1000);
            memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
        }
        Console.WriteLine($"build: {Figures.Spread(times)} s for {documents.Count} documents; held {memory:0} MB");
        return index;
    }

    private static void Answer(CatalogueIndex index, CatalogueCorpus corpus, string[] questions)
    {
        var byId = corpus.Documents.ToDictionary(d => d.Id);
        foreach (var question in questions)
        {
            var result = index.Search(new CatalogueSearch(question, Size: 12));
            Console.WriteLine($"\n{question}: {result.Total}{(result.Exact ? "" : " near")}; "
                + string.Join(", ", result.Words.Select(w => $"{(w.Dropped ? "-" : "")}{w.Text}{(w.WrittenAs is null ? "" : $"<{w.WrittenAs}")}[{string.Join('/', w.Kinds)}]")));
            foreach (var hit in result.Hits)
                Console.WriteLine($"  {hit.Score,4} {byId[hit.Id].NameZh} | {byId[hit.Id].Model} | {byId[hit.Id].Manufacturer} | {byId[hit.Id].UnitName} | {hit.Fields}");
            Console.WriteLine("  suggest: " + string.Join(", ", index.Suggest(question).Select(s => $"{s.Text}({s.Count})")));
        }
    }

    private static void Speed(CatalogueIndex index, CatalogueCorpus corpus, int seed)
    {
        Console.WriteLine($"{"one query, computing time",-34} {"n",6} {"p50 ms",8} {"p95 ms",8} {"p99 ms",8} {"max ms",8} {"KB/query",9}");
        foreach (var (kind, queries) in SearchQueries.ByKind(corpus, seed))
        {
            foreach (var query in queries.Take(20))
                index.Search(query);
            var times = new List<double>(queries.Count);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            foreach (var query in queries)
                times.Add(Figures.ComputingMilliseconds(() => index.Search(query)));
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            times.Sort();
            Console.WriteLine($"{kind,-34} {queries.Count,6} {Figures.Percentile(times, 0.5),8:0.00} {Figures.Percentile(times, 0.95),8:0.00} {Figures.Percentile(times, 0.99),8:0.00} {times[^1],8:0.00} {allocated / 1024.0 / queries.Count,9:0.0}");
        }
        var suggest = SearchQueries.Typed(seed).Select(prefix => Figures.ComputingMilliseconds(() => index.Suggest(prefix))).Order().ToArray();
        Console.WriteLine($"{"suggestions",-34} {suggest.Length,6} {Figures.Percentile(suggest, 0.5),8:0.00} {Figures.Percentile(suggest, 0.95),8:0.00} {Figures.Percentile(suggest, 0.99),8:0.00} {suggest[^1],8:0.00}");
    }

    // The reference looks for every word in every field of every document, as a database without an index would.
    private static void AgainstScan(CatalogueIndex index, CatalogueCorpus corpus)
    {
        var queries = new[] { "扫描电镜", "安捷伦 7890B", "nicolet 6700", "液相色谱仪", "稀土 荧光" };
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var scan = Figures.Milliseconds(() => Array.ForEach(queries, query => Scan(corpus.Documents, query)));
            var search = Figures.Milliseconds(() => Array.ForEach(queries, query => index.Search(new CatalogueSearch(query))));
            ratios.Add(scan / search);
        }
        Console.WriteLine($"a plain linear scan takes {Figures.Spread(ratios)} times as long ({Rounds} rounds, interleaved)");
    }

    private static int Scan(IReadOnlyList<CatalogueDocument> documents, string query)
    {
        var words = query.Split(' ');
        return documents.Count(d => Array.TrueForAll(words, word =>
            d.NameZh.Contains(word, StringComparison.OrdinalIgnoreCase) || Has(d.NameEn, word) || Has(d.Model, word) || Has(d.Manufacturer, word)
            || Has(d.Functions, word) || Has(d.Services, word) || d.UnitName.Contains(word, StringComparison.OrdinalIgnoreCase)));

        static bool Has(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false;
    }

    // Arrivals on a fixed clock, whether or not the last is answered, so that waiting counts.
    private static async Task UnderLoad(CatalogueIndex index, int seed)
    {
        const int perSecond = 200;
        var typed = SearchQueries.Typed(seed).ToArray();
        var times = new double[perSecond * 10];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var computed = Environment.CpuUsage.TotalTime;
        var writing = Task.Run(() => KeepWriting(index, seed, clock));
        var searches = new List<Task>(times.Length);
        for (var i = 0; i < times.Length; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            if (due > clock.Elapsed)
                await Task.Delay(due - clock.Elapsed);
            var at = i;
            searches.Add(Task.Run(() =>
            {
                index.Search(new CatalogueSearch(typed[at % typed.Length]));
                times[at] = (clock.Elapsed - due).TotalMilliseconds;
            }));
        }
        await Task.WhenAll(searches);
        var written = await writing;
        Array.Sort(times);
        Console.WriteLine($"as you type, {perSecond} requests/s for 10 s beside {written} upserts: p50 {Figures.Percentile(times, 0.5):0.0} ms, p95 {Figures.Percentile(times, 0.95):0.0} ms, p99 {Figures.Percentile(times, 0.99):0.0} ms; computing {(Environment.CpuUsage.TotalTime - computed) / clock.Elapsed / Environment.ProcessorCount:P0} of the machine");
    }

    private static int KeepWriting(CatalogueIndex index, int seed, System.Diagnostics.Stopwatch clock)
    {
        var written = 0;
        foreach (var specimen in InstrumentSpecimens.Make(seed + 1, 1_000))
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(10))
                break;
            index.Upsert(new CatalogueDocument(Guid.NewGuid(), specimen.NameZh, specimen.NameEn, specimen.Model, specimen.Manufacturer, specimen.ClassCode,
                Guid.Empty, "试验单位", "150100", "呼和浩特市", specimen.Functions, specimen.ServicesOffered, specimen.OriginalValueFen, specimen.BookedOn, Enum.Parse<SharingMode>(specimen.SharingMode, ignoreCase: true)));
            written++;
            Thread.Sleep(9);
        }
        return written;
    }
}
