using Modular.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- <name> [--seed N] [--count N] [--real folder] [--ask "query|query"]
var benchmarks = new Dictionary<string, (string What, Func<Options, Task> Run)>(StringComparer.Ordinal)
{
    ["vocabulary"] = ("what the vocabulary makes of pairs of real instruments judged by hand", VocabularyBenchmark.Run),
    ["sheets"] = ("P7: reading 100 000 × 40 cells beside unzip and XmlReader, then as records", SheetBenchmark.Run),
    ["list"] = ("P1, P2: the registry's list beside bare Kestrel and hand-written SQL", ListBenchmark.Run),
    ["import"] = ("P7: a workbook of 100 000 rows × 40 columns from the first byte to the registry", ImportBenchmark.Run),
    ["eval-duplicates"] = ("the duplication check on judged pairs, beside pg_trgm; npm run eval:duplicates", DuplicateEvaluation.Run),
    ["duplicates"] = ("P6: the duplication check, its index, speed and one check over HTTP", DuplicatesBenchmark.Run),
    ["search"] = ("P5: the catalogue's index, its build, speed and recall", SearchBenchmark.Run),
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var chosen))
{
    foreach (var (name, (what, _)) in benchmarks)
        Console.WriteLine($"{name,-12} {what}");
    return args.Length == 0 ? 0 : 1;
}
await chosen.Run(Options.Read(args[1..]));
return 0;
