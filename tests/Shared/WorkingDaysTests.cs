using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

public class WorkingDaysTests
{
    static readonly WorkingDays Days = WorkingDays.Official;

    // P-2: as the State Council's notices say, make-up workdays included.
    [Theory]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    [InlineData("2026-05-09", true)]
    [InlineData("2020-02-03", true)]
    public void Holidays_are_off_and_make_up_days_are_not(string day, bool working) => Days.IsWorkingDay(DateOnly.Parse(day, null)).ShouldBe(working);

    // 2026-09-25 to 27 and 10-01 to 07 are off, 09-20 and 10-10 are worked.
    [Fact]
    public void Thirty_working_days_over_the_national_holiday_are_forty_eight_days() =>
        Days.After(new DateOnly(2026, 9, 1), 30).ShouldBe(new DateOnly(2026, 10, 19));

    [Fact]
    public void What_the_calendar_does_not_know_yet_is_an_ordinary_week()
    {
        Days.KnownThrough.ShouldBe(new DateOnly(2026, 12, 31));
        Days.IsWorkingDay(new DateOnly(2027, 10, 1)).ShouldBeTrue();
        Days.IsWorkingDay(new DateOnly(2027, 10, 2)).ShouldBeFalse();
    }

    // Property, over every day of the official calendar: counting forward and counting between are each other's inverse.
    [Fact]
    public void Counting_forward_and_counting_between_agree_on_every_day_since_2019()
    {
        var random = new Random(20190101);
        for (var day = new DateOnly(2019, 1, 1); day < new DateOnly(2026, 11, 1); day = day.AddDays(1))
        {
            var count = random.Next(1, 45);
            var end = Days.After(day, count);
            Days.IsWorkingDay(end).ShouldBeTrue();
            Days.Between(day, end).ShouldBe(count);
            Days.Between(end, day).ShouldBe(-count);
        }
    }
}
