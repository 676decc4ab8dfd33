using System.Globalization;
using System.Reflection;

namespace Modular.Shared;

/// <summary>
/// Working days 工作日 as the State Council's notices set them, make-up workdays included. Data reaches from 2019 to
/// <see cref="KnownThrough"/>; after that Saturdays and Sundays are taken as off, and answers are provisional.
/// </summary>
public sealed class WorkingDays
{
    readonly Dictionary<DateOnly, bool> _exceptions;

    public WorkingDays(IEnumerable<(DateOnly Date, bool Working)> exceptions)
    {
        _exceptions = exceptions.ToDictionary(day => day.Date, day => day.Working);
        KnownThrough = _exceptions.Count == 0 ? DateOnly.MinValue : new DateOnly(_exceptions.Keys.Max().Year, 12, 31);
    }

    /// <summary>The last day for which the holiday notices are known.</summary>
    public DateOnly KnownThrough { get; }

    public static WorkingDays Official { get; } = new(ReadOfficial());

    public bool IsWorkingDay(DateOnly day) => _exceptions.TryGetValue(day, out var working)
        ? working
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day on which the given number of working days has passed; the starting day itself does not count (P-2).</summary>
    /// <param name="days">0 or more; 0 gives the starting day.</param>
    public DateOnly After(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = start;
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) days--;
        }

        return day;
    }

    /// <summary>Counts back: the last day from which the given number of working days has passed by the end of <paramref name="end"/>. What starts later is still running.</summary>
    /// <param name="days">0 or more; 0 gives the day itself.</param>
    public DateOnly Before(DateOnly end, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = end;
        for (; days > 0; day = day.AddDays(-1))
        {
            if (IsWorkingDay(day)) days--;
        }

        return day;
    }

    /// <summary>Whether a day lies beyond the last known notice, so that what was counted up to it may still move.</summary>
    public bool IsProvisional(DateOnly day) => day > KnownThrough;

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> lies before.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (IsWorkingDay(day)) count++;
        }

        return count;
    }

    static IEnumerable<(DateOnly, bool)> ReadOfficial()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("working-days.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var parts = line.Split('\t');
            yield return (DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), parts[1] == "work");
        }
    }
}
