using System.Linq.Expressions;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>
/// The onboarding clock 入网时限 of one region (I-5): by when an instrument has to be on the platform, as a number of working days (P-2)
/// after its acceptance, or after the day from which its value came under the duty (P-1), whichever is later: a lower threshold makes
/// nobody late on its first day. The same in C# for one instrument and as cut-off dates for queries.
/// </summary>
internal sealed class DutyClock
{
    readonly IReadOnlyList<DutySpan> _spans;
    readonly WorkingDays _calendar;

    /// <param name="periods">The region's numbers from the beginning on.</param>
    public DutyClock(IReadOnlyList<PolicyPeriod> periods, DateOnly today, WorkingDays? calendar = null)
    {
        _calendar = calendar ?? WorkingDays.Official;
        Today = today;
        var past = periods.Where(period => period.From <= today || period.From == DateOnly.MinValue).OrderBy(period => period.From).ToList();
        var now = past[^1].Numbers;
        (ThresholdFen, OnboardingDays, DueSoonDays) = (now.DutyThresholdFen, now.OnboardingWorkingDays, now.DueSoonWorkingDays);
        _spans = [.. SpansOf(past, _calendar)];
    }

    public DateOnly Today { get; }

    public long ThresholdFen { get; }

    public int OnboardingDays { get; }

    public int DueSoonDays { get; }

    /// <summary>Due by the end of this day is due soon.</summary>
    public DateOnly SoonThrough => _calendar.After(Today, DueSoonDays);

    public DateOnly KnownThrough => _calendar.KnownThrough;

    /// <summary>The last day to come onto the platform; null below the threshold and while the day of acceptance is not known.</summary>
    public DateOnly? DueOn(long? valueFen, DateOnly? acceptedOn)
    {
        if (valueFen is not { } value || acceptedOn is not { } accepted) return null;
        var span = _spans.FirstOrDefault(span => value >= span.FromFen && value < span.BelowFen && accepted >= span.AcceptedFrom && accepted <= span.AcceptedThrough);
        return span is null ? null : span.FixedDue ?? _calendar.After(accepted, span.Days);
    }

    public DutyState StateOf(DateOnly? dueOn) => dueOn switch
    {
        null => DutyState.Undated,
        { } due when due < Today => DutyState.Overdue,
        { } due when due <= SoonThrough => DutyState.DueSoon,
        _ => DutyState.Due,
    };

    /// <summary>Working days that are left, counting the last one; negative: that have passed since.</summary>
    public int? DaysLeft(DateOnly? dueOn) => dueOn is { } due ? _calendar.Between(Today, due) : null;

    /// <summary>Counted up to a day for which the State Council has not said yet which days are off.</summary>
    public bool IsProvisional(DateOnly? dueOn) => dueOn is { } due && _calendar.IsProvisional(due);

    /// <summary>The instruments whose last day lies before this one.</summary>
    public Expression<Func<Instrument, bool>> DueBefore(DateOnly day)
    {
        var found = new List<Expression<Func<Instrument, bool>>>();
        foreach (var span in _spans)
        {
            if (span.FixedDue is { } due)
            {
                if (due < day) found.Add(Accepted(span, span.AcceptedThrough));
                continue;
            }

            var last = _calendar.Before(day.AddDays(-1), span.Days);
            if (last >= span.AcceptedFrom) found.Add(Accepted(span, last < span.AcceptedThrough ? last : span.AcceptedThrough));
        }

        return AnyOf(found);
    }

    /// <summary>The day from which the working days are counted: orders as the deadlines do while their number is the same.</summary>
    public Expression<Func<Instrument, object?>> Start()
    {
        Expression<Func<Instrument, DateOnly?>> accepted = i => i.AcceptedOn;
        var (instrument, body) = (accepted.Parameters[0], accepted.Body);
        foreach (var span in _spans.Where(span => span.FixedDue is not null))
        {
            var within = Accepted(span, span.AcceptedThrough);
            body = Expression.Condition(new Renamed(within.Parameters[0], instrument).Visit(within.Body), Expression.Constant((DateOnly?)span.AcceptedThrough.AddDays(1), typeof(DateOnly?)), body);
        }

        return Expression.Lambda<Func<Instrument, object?>>(Expression.Convert(body, typeof(object)), instrument);
    }

    static Expression<Func<Instrument, bool>> Accepted(DutySpan span, DateOnly through)
    {
        var (from, below, first) = (span.FromFen, span.BelowFen, span.AcceptedFrom);
        return i => i.OriginalValueFen >= from && i.OriginalValueFen < below && i.AcceptedOn >= first && i.AcceptedOn <= through;
    }

    static Expression<Func<Instrument, bool>> AnyOf(List<Expression<Func<Instrument, bool>>> conditions)
    {
        if (conditions.Count == 0) return _ => false;
        var instrument = conditions[0].Parameters[0];
        var body = conditions.Select(condition => new Renamed(condition.Parameters[0], instrument).Visit(condition.Body)).Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<Instrument, bool>>(body, instrument);
    }

    /// <summary>
    /// Values between two thresholds came under the duty together, on the first day since when every threshold has lain at or below them.
    /// What was accepted before that day counts from it, what was accepted later by the number of days that held then.
    /// </summary>
    static IEnumerable<DutySpan> SpansOf(List<PolicyPeriod> periods, WorkingDays calendar)
    {
        var below = long.MaxValue;
        // From the oldest period on: the highest threshold that ever held since is what had to be reached to be under the duty all the time.
        for (var first = 0; first < periods.Count; first++)
        {
            var from = periods.Skip(first).Max(period => period.Numbers.DutyThresholdFen);
            if (from >= below) continue;
            var since = periods[first].From;
            if (since > DateOnly.MinValue)
            {
                var due = calendar.After(since, periods[first].Numbers.OnboardingWorkingDays);
                yield return new DutySpan(from, below, DateOnly.MinValue, since.AddDays(-1), due, 0);
            }

            for (var at = first; at < periods.Count;)
            {
                var days = periods[at].Numbers.OnboardingWorkingDays;
                var next = at + 1;
                while (next < periods.Count && periods[next].Numbers.OnboardingWorkingDays == days) next++;
                var through = next < periods.Count ? periods[next].From.AddDays(-1) : DateOnly.MaxValue;
                yield return new DutySpan(from, below, periods[at].From, through, null, days);
                at = next;
            }

            below = from;
        }
    }

    /// <param name="FixedDue">The last day of all that was accepted before it came under the duty.</param>
    sealed record DutySpan(long FromFen, long BelowFen, DateOnly AcceptedFrom, DateOnly AcceptedThrough, DateOnly? FixedDue, int Days);

    sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
