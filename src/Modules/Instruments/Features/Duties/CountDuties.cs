using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>How my subtree stands with its duty to open: in all, and by supervising department or unit, the latest first (I-5).</summary>
/// <param name="SupervisorId">Only the units of this department, each by itself.</param>
internal sealed record CountDuties(Guid? SupervisorId) : IRequest<DutyOverview>;

/// <param name="ThresholdFen">From this value on an instrument must be opened (P-1).</param>
/// <param name="OnboardingDays">Working days from acceptance to being on the platform (P-2).</param>
/// <param name="KnownThrough">The last day whose holidays are known; deadlines beyond it are provisional.</param>
/// <param name="Groups">Departments for those above them, otherwise units.</param>
internal sealed record DutyOverview(DateOnly On, long ThresholdFen, int OnboardingDays, int DueSoonDays, DateOnly KnownThrough, DutyCounts Total, IReadOnlyList<DutyGroup> Groups);

/// <param name="Unit">Whether it is a unit; otherwise a department.</param>
internal sealed record DutyGroup(Guid Id, string Name, bool Unit, DutyCounts Counts);

/// <param name="MustOpen">All that are under the duty, without those whose exemption is on record.</param>
internal sealed record DutyCounts(int MustOpen, int Open, int Overdue, int DueSoon, int Due, int Undated, int Exempt)
{
    public static DutyCounts Sum(IEnumerable<DutyCounts> counts) => counts.Aggregate(new DutyCounts(0, 0, 0, 0, 0, 0, 0), (a, b) =>
        new DutyCounts(a.MustOpen + b.MustOpen, a.Open + b.Open, a.Overdue + b.Overdue, a.DueSoon + b.DueSoon, a.Due + b.Due, a.Undated + b.Undated, a.Exempt + b.Exempt));
}

internal sealed class CountDutiesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/duties/counts", async ([AsParameters] CountDuties query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class CountDutiesHandler(DutyReading reading, IOrganisationDirectory organisations, CurrentUser user) : IRequestHandler<CountDuties, DutyOverview>
{
    public async Task<DutyOverview> Handle(CountDuties request, CancellationToken cancellationToken)
    {
        var clock = await reading.Clock(cancellationToken);
        var under = reading.Under(clock);
        var path = request.SupervisorId is { } id ? (await organisations.Find(id, cancellationToken))?.Path ?? "!" : null;
        if (path is not null) under = under.Where(i => i.UnitPath.StartsWith(path));

        var owed = reading.Owed(under, clock);
        var all = await ByUnit(under, cancellationToken);
        var notYet = await ByUnit(owed, cancellationToken);
        var overdue = await ByUnit(DutyReading.InState(owed, DutyState.Overdue, clock), cancellationToken);
        var soon = await ByUnit(DutyReading.InState(owed, DutyState.DueSoon, clock), cancellationToken);
        var undated = await ByUnit(DutyReading.InState(owed, DutyState.Undated, clock), cancellationToken);
        var exempt = await ByUnit(reading.Exempt(under, clock), cancellationToken);
        var units = all.Values.Select(unit =>
        {
            int Of(Dictionary<Guid, UnitCount> counts) => counts.GetValueOrDefault(unit.Id)?.Count ?? 0;
            var (waiting, late, near, unknown, excused) = (Of(notYet), Of(overdue), Of(soon), Of(undated), Of(exempt));
            var must = unit.Count - excused;
            return (unit.Path, Group: new DutyGroup(unit.Id, unit.Name, true, new DutyCounts(must, must - waiting, late, near, waiting - late - near - unknown, unknown, excused)));
        }).ToList();

        var groups = user.Tier is "Region" or "Nation" && path is null ? await ByDepartment(units, cancellationToken) : units.Select(unit => unit.Group);
        return new DutyOverview(
            clock.Today, clock.ThresholdFen, clock.OnboardingDays, clock.DueSoonDays, clock.KnownThrough, DutyCounts.Sum(units.Select(unit => unit.Group.Counts)),
            [.. groups.OrderByDescending(group => group.Counts.Overdue).ThenByDescending(group => group.Counts.DueSoon).ThenBy(group => group.Name, StringComparer.Ordinal)]);
    }

    async Task<IEnumerable<DutyGroup>> ByDepartment(List<(string Path, DutyGroup Group)> units, CancellationToken ct)
    {
        var names = await reading.Supervisors(units.Select(unit => unit.Path), ct);
        return units.GroupBy(unit => DutyReading.Above(unit.Path), StringComparer.Ordinal)
            .Where(department => names.ContainsKey(department.Key))
            .Select(department => new DutyGroup(names[department.Key].Id, names[department.Key].Name, false, DutyCounts.Sum(department.Select(unit => unit.Group.Counts))));
    }

    static Task<Dictionary<Guid, UnitCount>> ByUnit(IQueryable<Instrument> instruments, CancellationToken ct) => instruments
        .GroupBy(i => new { i.UnitId, i.UnitPath, i.UnitName })
        .Select(unit => new UnitCount(unit.Key.UnitId, unit.Key.UnitPath, unit.Key.UnitName, unit.Count()))
        .ToDictionaryAsync(unit => unit.Id, ct);

    sealed record UnitCount(Guid Id, string Path, string Name, int Count);
}
