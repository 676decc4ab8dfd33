using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The instruments of the caller's subtree that have to be opened, and the clock of the caller's region. The nation watches by its own numbers.</summary>
internal sealed class DutyReading(InstrumentsDb db, IPolicies policies, IOrganisationDirectory organisations, CurrentUser user, TimeProvider clock)
{
    public Task<DutyClock> Clock(CancellationToken ct) => Clock(user.ScopePath, ct);

    public async Task<DutyClock> Clock(string path, CancellationToken ct) => new((await policies.Periods([path], ct))[path], clock.Today());

    /// <summary>Everything under the duty, opened or not.</summary>
    public IQueryable<Instrument> Under(DutyClock duty) => Under(db.Instruments.AsNoTracking().Within(user), duty);

    public static IQueryable<Instrument> Under(IQueryable<Instrument> instruments, DutyClock duty)
    {
        var threshold = duty.ThresholdFen;
        return instruments.Where(i => i.OriginalValueFen >= threshold && EF.Property<Openness>(i, InstrumentsDb.OpennessColumn) != Openness.Free);
    }

    /// <summary>The list as filtered: what still has to come onto the platform.</summary>
    public async Task<IQueryable<Instrument>> Matching(IDutyFilter filter, DutyClock duty, CancellationToken ct)
    {
        var owed = filter.State is { Value: DutyState.Exempt } ? Exempt(Under(duty), duty) : Owed(Under(duty), duty);
        if (filter.UnitId is { } unit) owed = owed.Where(i => i.UnitId == unit);
        if (filter.SupervisorId is { } id)
        {
            var path = (await organisations.Find(id, ct))?.Path ?? "!";
            owed = owed.Where(i => i.UnitPath.StartsWith(path));
        }

        owed = owed.Containing(filter.Search);
        return filter.State is { Value: var state } ? InState(owed, state, duty) : owed;
    }

    /// <summary>Not open, and no statement on record says why it need not be.</summary>
    public IQueryable<Instrument> Owed(IQueryable<Instrument> instruments, DutyClock duty) => Owed(db, instruments, duty);

    public static IQueryable<Instrument> Owed(InstrumentsDb db, IQueryable<Instrument> instruments, DutyClock duty)
    {
        var excused = db.ExcusedOn(duty.Today);
        return instruments.Where(i => EF.Property<Openness>(i, InstrumentsDb.OpennessColumn) == Openness.Owed && !excused.Any(id => id == i.Id));
    }

    /// <summary>Not open, and need not be: the region has put the reason on record (I-6).</summary>
    public IQueryable<Instrument> Exempt(IQueryable<Instrument> instruments, DutyClock duty)
    {
        var excused = db.ExcusedOn(duty.Today);
        return instruments.Where(i => EF.Property<Openness>(i, InstrumentsDb.OpennessColumn) == Openness.Owed && excused.Any(id => id == i.Id));
    }

    public static IQueryable<Instrument> InState(IQueryable<Instrument> owed, DutyState state, DutyClock duty)
    {
        var (late, soon) = (duty.DueBefore(duty.Today), duty.DueBefore(duty.SoonThrough.AddDays(1)));
        return state switch
        {
            DutyState.Exempt => owed,
            DutyState.Undated => owed.Where(i => i.AcceptedOn == null),
            DutyState.Overdue => owed.Where(late),
            DutyState.DueSoon => owed.Where(soon).Where(Not(late)),
            _ => owed.Where(i => i.AcceptedOn != null).Where(Not(soon)),
        };
    }

    /// <summary>The statements on their way or on record about these instruments.</summary>
    public Task<Dictionary<Guid, StandingStatement>> Statements(IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct) => db.ExemptionItems.AsNoTracking()
        .Where(item => item.Live && instrumentIds.Contains(item.InstrumentId))
        .Select(item => new { item.InstrumentId, Statement = new StandingStatement(item.ExemptionId, item.Exemption.State) })
        .ToDictionaryAsync(item => item.InstrumentId, item => item.Statement, ct);

    /// <summary>Names of the organisations right above units, by the units' paths.</summary>
    public async Task<IReadOnlyDictionary<string, OrganisationSummary>> Supervisors(IEnumerable<string> unitPaths, CancellationToken ct) =>
        await organisations.AtPaths([.. unitPaths.Select(Above).Distinct(StringComparer.Ordinal)], ct);

    public static string Above(string path) => path.Length > OrganisationPath.Segment ? path[..^OrganisationPath.Segment] : path;

    static System.Linq.Expressions.Expression<Func<T, bool>> Not<T>(System.Linq.Expressions.Expression<Func<T, bool>> condition) =>
        System.Linq.Expressions.Expression.Lambda<Func<T, bool>>(System.Linq.Expressions.Expression.Not(condition.Body), condition.Parameters);
}

internal sealed record StandingStatement(Guid Id, ExemptionState State);

internal static class Excuses
{
    /// <summary>The ids of the instruments that need not join on that day: a statement about them is on record and has not ended.</summary>
    public static IQueryable<Guid> ExcusedOn(this InstrumentsDb db, DateOnly day) => db.ExemptionItems
        .Where(item => item.Live && item.Exemption.State == ExemptionState.Filed && (item.Exemption.Until == null || item.Exemption.Until >= day))
        .Select(item => item.InstrumentId);
}
