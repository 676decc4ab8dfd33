using System.Diagnostics;
using System.Globalization;

namespace Modular.Benchmarks;

internal static class Figures
{
    public static double Milliseconds(Action work)
    {
        var from = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    public static double Percentile(IReadOnlyList<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    /// <summary>Median with minimum and maximum, as every figure of ours is given.</summary>
    public static string Spread(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:0.##} ({sorted[0]:0.##}–{sorted[^1]:0.##})");
    }
}
