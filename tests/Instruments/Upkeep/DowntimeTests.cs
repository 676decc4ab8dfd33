using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Upkeep;

public class DowntimeTests
{
    static readonly DateOnly First = new(2026, 1, 1);
    static readonly DateOnly Today = new(2026, 3, 31);

    [Fact]
    public void A_day_counts_once_whatever_tells_of_it() =>
        Downtime.Days([(new(2026, 1, 10), new(2026, 1, 14)), (new(2026, 1, 12), new(2026, 1, 20)), (new(2026, 1, 13), new(2026, 1, 13)), (new(2026, 2, 1), new(2026, 2, 1))], First, Today).ShouldBe(12);

    [Fact]
    public void Only_the_days_of_the_year_asked_about_count() =>
        Downtime.Days([(new(2025, 12, 20), new(2026, 1, 2)), (new(2026, 3, 30), null), (new(2026, 5, 1), new(2026, 5, 9)), (new(2024, 1, 1), new(2024, 2, 1))], First, Today).ShouldBe(4);

    // The independent way: every day asked for itself.
    [Fact]
    public void It_agrees_with_counting_day_by_day()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var spans = Enumerable.Range(0, random.Next(6)).Select(_ =>
            {
                var from = First.AddDays(random.Next(-60, 120));
                return (From: from, Until: random.Next(4) == 0 ? (DateOnly?)null : from.AddDays(random.Next(40)));
            }).ToList();

            var days = Enumerable.Range(0, Today.DayNumber - First.DayNumber + 1).Select(First.AddDays).Count(day => spans.Any(s => s.From <= day && (s.Until is null || s.Until >= day)));

            Downtime.Days(spans, First, Today).ShouldBe(days, string.Join(' ', spans));
        }
    }
}
