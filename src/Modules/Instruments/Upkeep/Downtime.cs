namespace Modular.Instruments;

/// <summary>Days on which an instrument stood still 停机: in repair by its log, or by its status. A day counts once, whatever tells of it.</summary>
internal static class Downtime
{
    /// <param name="spans">From the first day to the last one; without a last one it goes on.</param>
    /// <returns>How many days from <paramref name="first"/> to <paramref name="last"/> lie in one of them.</returns>
    public static int Days(IEnumerable<(DateOnly From, DateOnly? Until)> spans, DateOnly first, DateOnly last)
    {
        var (days, counted) = (0, first.AddDays(-1));
        foreach (var (from, until) in spans.OrderBy(span => span.From))
        {
            var begin = from > counted ? from : counted.AddDays(1);
            var end = until is { } known && known < last ? known : last;
            if (end < begin) continue;
            days += end.DayNumber - begin.DayNumber + 1;
            counted = end;
        }

        return days;
    }
}
