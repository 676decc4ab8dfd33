using System.Diagnostics;

namespace Modular.Benchmarks;

/// <summary>P5 as a person at the search box meets it: from the keystroke's request to the whole answer, over HTTP, the region's registry in the database.</summary>
internal static class SearchOverHttp
{
    const int PerSecond = 200;
    const int Rounds = 5;
    static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    public static async Task Run(int instruments, int seed)
    {
        await using var product = await Product.Start(instruments);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{product.Port}") };
        var typed = SearchQueries.Typed(seed).ToArray();
        await WholeIndex(client, instruments);

        foreach (var (name, address) in new[] { ("suggestions", "/api/instruments/catalogue/suggest?q="), ("first page of results", "/api/instruments/catalogue?q=") })
        {
            for (var warm = 0; warm < 2; warm++) await Ask(client, address, typed, 0);
            var rounds = new List<double[]>();
            for (var round = 0; round < Rounds; round++) rounds.Add(await Ask(client, address, typed, round + 1));
            Console.WriteLine($"over HTTP, {PerSecond} {name} a second, {Rounds} rounds of {Length.TotalSeconds} s: "
                + $"p50 {Figures.Spread(rounds.Select(times => Figures.Percentile(times, 0.5)))} ms, p95 {Figures.Spread(rounds.Select(times => Figures.Percentile(times, 0.95)))} ms, "
                + $"p99 {Figures.Spread(rounds.Select(times => Figures.Percentile(times, 0.99)))} ms");
        }
    }

    // The index is built beside the start; until then answers are quick because they are empty.
    static async Task WholeIndex(HttpClient client, int instruments)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            using var page = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/instruments/catalogue?q=", UriKind.Relative)));
            if (page.RootElement.GetProperty("total").GetInt32() > instruments / 2) return;
            if (waited.Elapsed > TimeSpan.FromMinutes(2)) throw new InvalidOperationException("The catalogue did not fill within two minutes.");
            await Task.Delay(200);
        }
    }

    // Arrivals on a fixed clock, whether or not the last is answered, so that waiting counts.
    static async Task<double[]> Ask(HttpClient client, string address, string[] typed, int round)
    {
        var times = new double[(int)(PerSecond * Length.TotalSeconds)];
        var clock = Stopwatch.StartNew();
        var asked = new List<Task>(times.Length);
        for (var i = 0; i < times.Length; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond);
            if (due > clock.Elapsed) await Task.Delay(due - clock.Elapsed);
            asked.Add(One(i, due));
        }

        await Task.WhenAll(asked);
        Array.Sort(times);
        return times;

        async Task One(int at, TimeSpan due)
        {
            await client.GetStringAsync(new Uri(address + Uri.EscapeDataString(typed[(at + (round * times.Length)) % typed.Length]), UriKind.Relative));
            times[at] = (clock.Elapsed - due).TotalMilliseconds;
        }
    }
}
