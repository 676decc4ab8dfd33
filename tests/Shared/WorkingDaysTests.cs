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

    // P-2, properties over every day of the official calendar 2019-2026 and 0 to 60 working days, against counting day by day.
    [Fact]
    public void Forward_and_back_agree_with_counting_day_by_day_and_never_end_on_a_day_off()
    {
        var checkedPairs = 0;
        for (var start = new DateOnly(2019, 1, 1); start <= new DateOnly(2026, 12, 31); start = start.AddDays(1))
        {
            var (oracle, before) = (start, DateOnly.MinValue);
            for (var n = 0; n <= 60; n++)
            {
                // The oracle walks to the next working day, however it comes to be one.
                if (n > 0)
                {
                    do oracle = oracle.AddDays(1);
                    while (!Days.IsWorkingDay(oracle));
                }

                var end = Days.After(start, n);
                end.ShouldBe(oracle);
                if (n > 0) Days.IsWorkingDay(end).ShouldBeTrue();
                end.ShouldBeGreaterThan(before);
                Days.Between(start, end).ShouldBe(n);
                // Back from the end: the latest day from which n have passed; the start is not later, and lies on the same working days.
                var back = Days.Before(end, n);
                back.ShouldBeGreaterThanOrEqualTo(start);
                Days.After(back, n).ShouldBe(end);
                Days.After(back.AddDays(1), n).ShouldBeGreaterThan(end);
                Days.After(start.AddDays(1), n).ShouldBeGreaterThanOrEqualTo(end);
                if (Days.IsWorkingDay(start) && Days.IsWorkingDay(start.AddDays(1))) back.ShouldBe(start);
                before = end;
                checkedPairs++;
            }
        }

        checkedPairs.ShouldBe(2922 * 61);
    }

    [Fact]
    public void Beyond_the_last_notice_an_answer_is_given_and_called_provisional()
    {
        // The notice for 2027 is not known: 2027-01-01 is counted as the ordinary Friday it is.
        var due = Days.After(new DateOnly(2026, 12, 31), 1);

        due.ShouldBe(new DateOnly(2027, 1, 1));
        Days.IsProvisional(due).ShouldBeTrue();
        Days.IsProvisional(new DateOnly(2026, 12, 31)).ShouldBeFalse();
    }
}
