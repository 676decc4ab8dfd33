using System.Net.Http.Json;
using Modular.Instruments;
using Modular.PurchaseReview;

namespace Modular.Benchmarks;

/// <summary>P6: 5 000 wishes against 200 000 instruments in 10 s on one core, 2 ms each; the index of 180 000 in 4 s and 400 MB.</summary>
internal static class DuplicatesBenchmark
{
    public static async Task Run(Options options)
    {
        Console.WriteLine($"seed {options.Seed}, {Environment.ProcessorCount} cores");
        Build(options, options.Count ?? 180_000);
        var stock = Specimens(options.Seed, 200_000);
        var index = new StockIndex();
        index.Upsert(stock);
        Wishes(index, options.Seed, 5_000);
        await OverHttp(options.Count ?? 180_000, options.Seed);
    }

    private static void Build(Options options, int count)
    {
        var stock = Specimens(options.Seed, count);
        var (times, held) = (new List<double>(), 0.0);
        StockIndex? index = null;
        for (var round = 0; round < 5; round++)
        {
            index = null;
            var before = GC.GetTotalMemory(forceFullCollection: true);
            index = new StockIndex();
            times.Add(Figures.Milliseconds(() => index.Upsert(stock)) / 1000);
            held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
            GC.KeepAlive(index);
            Console.WriteLine($"build {round + 1}: {times[^1]:0.00} s, {index.Count} instruments, {index.Profiles} profiles, held {held:0} MB");
        }
        Console.WriteLine($"build of {count}: {Figures.Spread(times)} s; held {held:0} MB");
    }

    private static void Wishes(StockIndex index, int seed, int count)
    {
        var wishes = InstrumentSpecimens.Make(seed + 7, count).Select((s, i) => (i % 4) switch
        {
            0 => new Likeable(s.NameZh),
            1 => new Likeable(null, null, s.Model),
            2 => new Likeable(s.NameZh, s.NameEn, s.Model, s.Manufacturer),
            _ => Whole(s),
        }).ToList();
        foreach (var wish in wishes.Take(200)) index.Check(wish, 20);
        var totals = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            var each = wishes.ConvertAll(wish => Figures.ComputingMilliseconds(() => index.Check(wish, 20)));
            totals.Add(each.Sum() / 1000);
            each.Sort();
            Console.WriteLine($"{count} wishes against {index.Count}, one core: {totals[^1]:0.00} s; each p50 {Figures.Percentile(each, 0.5):0.00}, p95 {Figures.Percentile(each, 0.95):0.00}, p99 {Figures.Percentile(each, 0.99):0.00}, max {each[^1]:0.00} ms");
        }
        Console.WriteLine($"P6: {Figures.Spread(totals)} s for {count} wishes");
    }

    private static async Task OverHttp(int count, int seed)
    {
        if (Environment.GetEnvironmentVariable("MODULAR_TEST_POSTGRES") is null)
        {
            Console.WriteLine("over HTTP: left out, MODULAR_TEST_POSTGRES is not set; npm run bench brings a server.");
            return;
        }
        await using var product = await Product.Start(count);
        var cookie = await product.SignIn("region.centre");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{product.Port}") };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        var times = new List<double>();
        var wishes = InstrumentSpecimens.Make(seed + 9, 1_200).Select(s => new { name = s.NameZh, model = s.Model, manufacturer = s.Manufacturer, purpose = s.Functions }).ToList();
        for (var i = 0; i < wishes.Count; i++)
        {
            var from = System.Diagnostics.Stopwatch.GetTimestamp();
            using var answer = await client.PostAsJsonAsync("/api/purchase-review/duplicate-check", wishes[i]);
            if ((int)answer.StatusCode == 503)
            {
                await Task.Delay(500);
                i--;
                continue;
            }
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            if (i >= 200) times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine($"one check over HTTP at {count}: p50 {Figures.Percentile(times, 0.5):0.0}, p95 {Figures.Percentile(times, 0.95):0.0}, p99 {Figures.Percentile(times, 0.99):0.0} ms ({times.Count} checks, one after another)");
    }

    private static List<(Guid, Likeable)> Specimens(int seed, int count) => [.. InstrumentSpecimens.Make(seed, count).Select(s => (Guid.NewGuid(), Whole(s)))];

    private static Likeable Whole(Specimen s) => new(s.NameZh, s.NameEn, s.Model, s.Manufacturer, s.ClassCode, s.TechnicalSpecifications, s.Functions, s.OriginalValueFen);
}
