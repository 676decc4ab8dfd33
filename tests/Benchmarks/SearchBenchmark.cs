namespace Modular.Benchmarks;

internal static class SearchBenchmark
{
    public static Task Run(Options options) => Task.CompletedTask;
}
