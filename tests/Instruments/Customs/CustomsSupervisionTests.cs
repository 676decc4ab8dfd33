using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Customs;

// I-3, IM 6: so many years from release, whole days, leap days included.
public class CustomsSupervisionTests
{
    [Theory]
    [InlineData("2023-05-10", "2026-05-10", nameof(CustomsState.EndingSoon))]
    [InlineData("2023-05-10", "2026-05-11", nameof(CustomsState.Over))]
    [InlineData("2023-05-10", "2026-02-09", nameof(CustomsState.EndingSoon))]
    [InlineData("2023-05-10", "2026-02-08", nameof(CustomsState.Supervised))]
    public void Supervision_lasts_to_its_last_day_and_says_so_ninety_days_before(string released, string today, string state)
    {
        var until = CustomsSupervision.Until(Some.DutyFree(releasedOn: DateOnly.Parse(released, null)), 3)!.Value;

        CustomsSupervision.StateOn(DateOnly.Parse(today, null), until).ToString().ShouldBe(state);
    }

    [Fact]
    public void What_customs_do_not_supervise_has_no_last_day() => CustomsSupervision.Until(Some.Record(), 3).ShouldBeNull();

    // What the list asks the database for is what the page computes for each row.
    [Fact]
    public void The_cut_off_by_release_agrees_with_the_last_day_of_every_release()
    {
        var first = new DateOnly(2015, 12, 1);
        for (var years = 1; years <= 6; years++)
        {
            for (var day = new DateOnly(2024, 1, 1); day < new DateOnly(2029, 1, 1); day = day.AddDays(1))
            {
                var cut = CustomsSupervision.LatestReleaseEndedBefore(day, years);

                (cut.AddYears(years) < day).ShouldBeTrue($"{cut} + {years} before {day}");
                (cut.AddDays(1).AddYears(years) < day).ShouldBeFalse($"{cut} is the latest before {day}");
                cut.ShouldBeGreaterThan(first);
            }
        }
    }
}
