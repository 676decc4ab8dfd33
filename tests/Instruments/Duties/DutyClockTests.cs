using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;
using Modular.Tests.Access;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class DutyClockTests(App app)
{
    static readonly PolicySet Numbers = new("0", 50_000_000, 50_000_000, 30, 10, 20, 10, 30_000_000, 3, 1, 1400, 800, 1200, 85, true, 3, 5, 2, 50, true);

    static readonly DateOnly Today = new(2026, 11, 21);

    static PolicyPeriod From(string day, long thresholdFen, int days) => new(day.Length == 0 ? DateOnly.MinValue : DateOnly.Parse(day, null), Numbers with { DutyThresholdFen = thresholdFen, OnboardingWorkingDays = days });

    // IM 13, P-2
    [Fact]
    public void The_last_day_is_thirty_working_days_after_acceptance()
    {
        var clock = new DutyClock([From("", 50_000_000, 30)], Today);

        clock.DueOn(50_000_000, new DateOnly(2026, 9, 1)).ShouldBe(new DateOnly(2026, 10, 19));
        clock.DueOn(49_999_999, new DateOnly(2026, 9, 1)).ShouldBeNull();
        clock.DueOn(50_000_000, null).ShouldBeNull();
    }

    // P-1: nobody is late on the first day of a lower threshold.
    [Fact]
    public void What_a_lower_threshold_brings_in_counts_from_the_day_it_holds()
    {
        var clock = new DutyClock([From("", 50_000_000, 30), From("2022-04-02", 30_000_000, 30)], Today);
        var since = WorkingDays.Official.After(new DateOnly(2022, 4, 2), 30);

        clock.DueOn(30_000_000, new DateOnly(2015, 6, 1)).ShouldBe(since);
        clock.DueOn(50_000_000, new DateOnly(2015, 6, 1)).ShouldBe(WorkingDays.Official.After(new DateOnly(2015, 6, 1), 30));
        clock.DueOn(30_000_000, new DateOnly(2022, 4, 2)).ShouldBe(since);
        clock.ThresholdFen.ShouldBe(30_000_000);
    }

    [Fact]
    public void A_change_to_come_does_not_count_yet()
    {
        var clock = new DutyClock([From("", 50_000_000, 30), From("2027-01-01", 5_000_000, 10)], Today);

        (clock.ThresholdFen, clock.OnboardingDays).ShouldBe((50_000_000, 30));
    }

    [Fact]
    public void States_go_by_working_days_and_a_deadline_beyond_the_last_notice_is_provisional()
    {
        var clock = new DutyClock([From("", 50_000_000, 30)], new DateOnly(2026, 11, 20));

        clock.StateOf(new DateOnly(2026, 11, 19)).ShouldBe(DutyState.Overdue);
        clock.StateOf(new DateOnly(2026, 11, 20)).ShouldBe(DutyState.DueSoon);
        clock.StateOf(new DateOnly(2026, 12, 4)).ShouldBe(DutyState.DueSoon);
        clock.StateOf(new DateOnly(2026, 12, 7)).ShouldBe(DutyState.Due);
        clock.StateOf(null).ShouldBe(DutyState.Undated);
        (clock.DaysLeft(new DateOnly(2026, 12, 4)), clock.DaysLeft(new DateOnly(2026, 11, 19))).ShouldBe((10, -1));
        clock.IsProvisional(clock.DueOn(50_000_000, new DateOnly(2026, 11, 20))).ShouldBeTrue();
    }

    // Properties over random histories of the numbers: cut-off dates and single deadlines agree, later acceptance is never due earlier, and both are what a plain reading of the rule says.
    [Fact]
    public void Cut_offs_and_deadlines_agree_with_a_plain_reading_of_the_rule()
    {
        var random = new Random(20220402);
        for (var round = 0; round < 300; round++)
        {
            var periods = new List<PolicyPeriod> { From("", 10_000_000L * random.Next(1, 8), random.Next(0, 45)) };
            for (var day = new DateOnly(2019, 1, 1).AddDays(random.Next(800)); day < Today && random.Next(4) > 0; day = day.AddDays(random.Next(30, 900)))
                periods.Add(new PolicyPeriod(day, Numbers with { DutyThresholdFen = 10_000_000L * random.Next(1, 8), OnboardingWorkingDays = random.Next(3) == 0 ? random.Next(0, 45) : periods[^1].Numbers.OnboardingWorkingDays }));
            var clock = new DutyClock(periods, Today);
            var cut = new DateOnly(2019, 1, 1).AddDays(random.Next(2900));
            var late = clock.DueBefore(cut).Compile();
            for (var i = 0; i < 40; i++)
            {
                var (value, accepted) = (5_000_000L * random.Next(1, 18), new DateOnly(2018, 6, 1).AddDays(random.Next(3000)));
                var instrument = Instrument.Draft(new UnitSummary(default, "", "", "", "", false), new InstrumentRecord { OriginalValueFen = value, AcceptedOn = accepted }, default);
                var due = clock.DueOn(value, accepted);

                due.ShouldBe(Plainly(periods, value, accepted));
                late(instrument).ShouldBe(due < cut);
                if (periods.Select(period => period.Numbers.OnboardingWorkingDays).Distinct().Count() == 1 && due is { } first)
                    clock.DueOn(value, accepted.AddDays(random.Next(1, 30)))!.Value.ShouldBeGreaterThanOrEqualTo(first);
            }
        }
    }

    // From today back: the duty began when the threshold was last above the value.
    static DateOnly? Plainly(List<PolicyPeriod> periods, long value, DateOnly accepted)
    {
        if (value < periods[^1].Numbers.DutyThresholdFen) return null;
        var first = periods.Count - 1;
        while (first > 0 && periods[first - 1].Numbers.DutyThresholdFen <= value) first--;
        var start = accepted > periods[first].From ? accepted : periods[first].From;
        return WorkingDays.Official.After(start, periods.Last(period => period.From <= start).Numbers.OnboardingWorkingDays);
    }

    // The database keeps by itself what the entity says.
    [Fact]
    public async Task The_database_and_the_entity_agree_on_what_owes_its_opening()
    {
        var unit = await app.Unit();
        var summary = new UnitSummary(unit.Id, unit.Path, unit.Name, "", Some.LeagueCode, CentralLevel: false);
        var expected = new Dictionary<Guid, Openness>();
        await app.InDatabase<InstrumentsDb, int>(async db =>
        {
            foreach (var state in Enum.GetValues<LifeCycle>())
            {
                foreach (var sharing in new SharingMode?[] { null, SharingMode.None, SharingMode.Internal, SharingMode.External })
                {
                    foreach (List<FundingSource> funding in new List<FundingSource>[] { [], [FundingSource.Own], [FundingSource.Own, FundingSource.Central], [FundingSource.Local], [FundingSource.Other, FundingSource.Own] })
                    {
                        var record = Some.Record();
                        (record.SharingMode, record.FundingSources) = (sharing ?? SharingMode.External, funding);
                        var instrument = Instrument.Draft(summary, record, app.Clock.GetUtcNow());
                        InstrumentStates.Bring(instrument, state, app.Clock.GetUtcNow());
                        instrument.SharingMode = sharing;
                        db.Instruments.Add(instrument);
                        expected[instrument.Id] = instrument.OpennessNow();
                    }
                }
            }

            return await db.SaveChangesAsync();
        });

        var stored = await app.InDatabase<InstrumentsDb, Dictionary<Guid, Openness>>(db => db.Instruments.Where(i => i.UnitId == unit.Id)
            .Select(i => new { i.Id, Stored = EF.Property<Openness>(i, InstrumentsDb.OpennessColumn) }).ToDictionaryAsync(i => i.Id, i => i.Stored));
        stored.ShouldBe(expected, ignoreOrder: true);
        expected.Values.Distinct().Count().ShouldBe(3);
    }
}
