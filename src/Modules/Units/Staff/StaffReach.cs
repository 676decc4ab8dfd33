using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Which rows of the register somebody may touch, and what is filtered of them.</summary>
internal static class StaffReach
{
    /// <summary>Days back from today within which a training counts as a recent one.</summary>
    public const int RecentTrainingDays = 365;

    public static IQueryable<StaffMember> StaffWithin(this UnitsDb db, CurrentUser user) => db.Staff.AsNoTracking().Where(m => m.Unit.Organisation.Path.StartsWith(user.ScopePath));

    /// <summary>Somebody of the caller's very own unit: nobody else keeps its register.</summary>
    /// <exception cref="Problem">404 when there is no such person, or they are another unit's.</exception>
    public static async Task<StaffMember> OwnStaff(this UnitsDb db, Guid memberId, CurrentUser user, CancellationToken ct) =>
        await db.Staff.SingleOrDefaultAsync(m => m.Id == memberId && m.UnitId == user.OrganisationId, ct)
        ?? throw UnitProblems.StaffNotFound(memberId);

    /// <exception cref="Problem">409 when the unit has this person already.</exception>
    public static async Task DemandNew(this UnitsDb db, StaffFacts facts, Guid unitId, Guid? except, CancellationToken ct)
    {
        var alike = await db.Staff.AsNoTracking().Where(m => m.UnitId == unitId && m.Id != except && (m.StaffNumber == facts.StaffNumber && m.StaffNumber != null || m.Name == facts.Name && m.BornIn == facts.BornIn))
            .Select(m => m.StaffNumber).ToListAsync(ct);
        if (facts.StaffNumber is { } number && alike.Contains(number, StringComparer.Ordinal)) throw UnitProblems.StaffExists("facts.staffNumber");
        // Two people of one name and month of birth are told apart by numbers, both of them.
        if (alike.Any(other => other is null || facts.StaffNumber is null)) throw UnitProblems.StaffExists("facts.name");
    }

    public static IQueryable<StaffMember> Matching(this IQueryable<StaffMember> staff, IStaffFilter filter, StaffSight sight, DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var text = filter.Search.Trim();
            // Who may not see a name must not find one either.
            staff = (sight.ShowsRows, sight.ShowsAll) switch
            {
                (true, true) => staff.Where(m => m.Name.Contains(text) || m.StaffNumber == text || m.Department!.Contains(text) || m.Title!.Contains(text) || m.Speciality!.Contains(text) || m.Instruments!.Contains(text)),
                (true, false) => staff.Where(m => m.Name.Contains(text) || m.Department!.Contains(text) || m.Title!.Contains(text) || m.Speciality!.Contains(text) || m.Instruments!.Contains(text)),
                _ => staff.Where(m => m.Department!.Contains(text) || m.Title!.Contains(text) || m.Speciality!.Contains(text) || m.Instruments!.Contains(text)),
            };
        }

        if (filter.UnitId is { } unit) staff = staff.Where(m => m.UnitId == unit);
        if (filter.Education is { Value: var education }) staff = staff.Where(m => m.Education == education);
        if (filter.TitleLevel is { Value: var level }) staff = staff.Where(m => m.TitleLevel == level);
        return filter.Left switch
        {
            true => staff.Where(m => m.LeftOn != null && m.LeftOn <= today),
            false => staff.Where(m => m.LeftOn == null || m.LeftOn > today),
            null => staff,
        };
    }
}

/// <summary>What the list and its export are filtered by.</summary>
internal interface IStaffFilter
{
    string? Search { get; }

    Guid? UnitId { get; }

    Coded<Education>? Education { get; }

    Coded<TitleLevel>? TitleLevel { get; }

    bool? Left { get; }
}
