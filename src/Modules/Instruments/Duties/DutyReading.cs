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
        var owed = Owed(Under(duty));
        if (filter.UnitId is { } unit) owed = owed.Where(i => i.UnitId == unit);
        if (filter.SupervisorId is { } id)
        {
            var path = (await organisations.Find(id, ct))?.Path ?? "!";
            owed = owed.Where(i => i.UnitPath.StartsWith(path));
        }

        owed = owed.Containing(filter.Search);
        return filter.State is { Value: var state } ? InState(owed, state, duty) : owed;
    }

    public static IQueryable<Instrument> Owed(IQueryable<Instrument> instruments) =>
        instruments.Where(i => EF.Property<Openness>(i, InstrumentsDb.OpennessColumn) == Openness.Owed);

    public static IQueryable<Instrument> InState(IQueryable<Instrument> owed, DutyState state, DutyClock duty)
    {
        var (late, soon) = (duty.DueBefore(duty.Today), duty.DueBefore(duty.SoonThrough.AddDays(1)));
        return state switch
        {
            DutyState.Undated => owed.Where(i => i.AcceptedOn == null),
            DutyState.Overdue => owed.Where(late),
            DutyState.DueSoon => owed.Where(soon).Where(Not(late)),
            _ => owed.Where(i => i.AcceptedOn != null).Where(Not(soon)),
        };
    }

    /// <summary>Names of the organisations right above units, by the units' paths.</summary>
    public async Task<IReadOnlyDictionary<string, OrganisationSummary>> Supervisors(IEnumerable<string> unitPaths, CancellationToken ct) =>
        await organisations.AtPaths([.. unitPaths.Select(Above).Distinct(StringComparer.Ordinal)], ct);

    public static string Above(string path) => path.Length > OrganisationPath.Segment ? path[..^OrganisationPath.Segment] : path;

    static System.Linq.Expressions.Expression<Func<T, bool>> Not<T>(System.Linq.Expressions.Expression<Func<T, bool>> condition) =>
        System.Linq.Expressions.Expression.Lambda<Func<T, bool>>(System.Linq.Expressions.Expression.Not(condition.Body), condition.Parameters);
}
