using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Modular.Benchmarks;

internal static class Figures
{
    public static double Milliseconds(Action work)
    {
        var from = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    /// <summary>Time this thread was computing. On a machine shared with others the clock on the wall mostly tells how busy they are.</summary>
    public static double ComputingMilliseconds(Action work)
    {
        var from = ThreadTime();
        work();
        return (ThreadTime() - from) / 1e6;
    }

    public static double Percentile(IReadOnlyList<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    /// <summary>Median with minimum and maximum, as every figure of ours is given.</summary>
    public static string Spread(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:0.##} ({sorted[0]:0.##}–{sorted[^1]:0.##})");
    }

    private static long ThreadTime()
    {
        const int threadCpuTime = 3;
        if (!OperatingSystem.IsLinux() || ClockGetTime(threadCpuTime, out var time) != 0)
            return Stopwatch.GetTimestamp() * (1_000_000_000 / Stopwatch.Frequency);
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
