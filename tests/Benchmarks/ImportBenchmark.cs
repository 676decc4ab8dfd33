using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Benchmarks;

/// <summary>
/// P7: an officer's workbook of 100 000 rows × 40 columns over all units, from the first byte sent until everything stands in the registry:
/// parsed, validated, resolved, stored, audited. Once more afterwards: nothing may change.
/// </summary>
internal static class ImportBenchmark
{
    const int Columns = 40;

    /// <summary>Instruments are bought by the batch; and made-up sentences hardly compress, so that without it the file would be larger than any that is taken.</summary>
    const int Alike = 3;

    public static async Task Run(Options options)
    {
        var rows = options.Count ?? 100_000;
        await using var product = await Product.Start(1500);
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{product.Port}/api/instruments/"), Timeout = TimeSpan.FromMinutes(30) };
        client.DefaultRequestHeaders.Add("Cookie", await product.SignIn("region.policy"));
        var units = await product.Services.CreateScope().ServiceProvider.GetRequiredService<IUnitDirectory>().Within("", CancellationToken.None);

        // A small list first: what is compiled and cached once is not the list's.
        await Import(client, await Workbook(units, 200, options.Seed + Environment.TickCount), "warm-up");
        var file = await Workbook(units, rows, options.Seed + Environment.TickCount);
        Console.WriteLine($"{rows} rows × {Columns} columns, {new FileInfo(file).Length / 1048576.0:F1} MiB, {units.Count} units");
        await Import(client, file, "first");
        await Import(client, file, "again");
        File.Delete(file);
    }

    static async Task Import(HttpClient client, string file, string name)
    {
        GC.Collect();
        var process = Process.GetCurrentProcess();
        using var peak = new PeakMemory();
        var (clock, computing) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var import = await Upload(client, file);
        var uploaded = clock.Elapsed;
        import = await Settled(client, import.Id);
        var (checkedIn, checkComputing) = (clock.Elapsed, Computing());
        var counts = import.Counts;
        await client.PostAsJsonAsync($"imports/{import.Id}/commit", new CommitImport(CommitMode.Clean, import.Version), JsonShape.Options);
        import = await Settled(client, import.Id);
        Console.WriteLine($"{name,-8} upload {Seconds(uploaded)} s · check {Seconds(checkedIn)} s (computing {Seconds(checkComputing)}) · commit {Seconds(clock.Elapsed - checkedIn)} s (computing {Seconds(Computing() - checkComputing)})"
            + $" · together {Seconds(clock.Elapsed)} s · {peak.ExtraMiB:F0} MiB extra · {import.State}, {counts}, {import.Result}");

        TimeSpan Computing()
        {
            process.Refresh();
            return process.TotalProcessorTime - computing;
        }
    }

    static async Task<ImportDetails> Upload(HttpClient client, string file)
    {
        await using var content = File.OpenRead(file);
        using var form = new MultipartFormDataContent { { new StreamContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", "list.xlsx" } };
        using var answer = await client.PostAsync("imports", form);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<ImportDetails>(JsonShape.Options))!
            : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    static async Task<ImportDetails> Settled(HttpClient client, Guid id)
    {
        while (true)
        {
            var import = (await client.GetFromJsonAsync<ImportDetails>($"imports/{id}", JsonShape.Options))!;
            if (import.State is not (ImportState.Waiting or ImportState.Checking or ImportState.Committing)) return import;
            await Task.Delay(100);
        }
    }

    /// <summary>The national template's columns with a unit in front, filled as unevenly as the demo region is.</summary>
    internal static async Task<string> Workbook(IReadOnlyList<UnitSummary> units, int rows, int seed)
    {
        var path = Path.Combine(Path.GetTempPath(), $"import-{Guid.NewGuid():N}.xlsx");
        var fields = InstrumentSheet.Columns.Take(Columns - 1).ToList();
        var sheet = SheetContent.Of("大型科研仪器", [new SheetColumn("所属单位", Group: "管理单位"), .. fields], InstrumentSpecimens.Make(seed, rows / Alike + 1).SelectMany(specimen => Enumerable.Repeat(specimen, Alike)).Take(rows).Select((specimen, index) =>
        {
            var unit = units[index % units.Count];
            var record = DemoInstruments.RecordOf(specimen, unit, index, new Random(index));
            record.AssetNumber = $"{seed}-{index:D6}";
            return (IReadOnlyList<object?>)[unit.Name, .. InstrumentSheet.Row(record).Take(Columns - 1)];
        }));
        await using var file = File.Create(path);
        await SheetWriter.WriteXlsx(file, [sheet]);
        return path;
    }

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);

    /// <summary>The most memory the process held, above what it held at the beginning.</summary>
    sealed class PeakMemory : IDisposable
    {
        readonly CancellationTokenSource _end = new();
        readonly Task _watch;
        readonly long _before = Held();
        long _most;

        public PeakMemory() => _watch = Task.Run(async () =>
        {
            while (!_end.IsCancellationRequested)
            {
                _most = Math.Max(_most, Held());
                await Task.Delay(50);
            }
        });

        public double ExtraMiB => (_most - _before) / 1048576.0;

        public void Dispose()
        {
            _end.Cancel();
            _watch.GetAwaiter().GetResult();
            _end.Dispose();
        }

        static long Held()
        {
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64;
        }
    }
}
