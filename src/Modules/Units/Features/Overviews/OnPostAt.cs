namespace Modular.Units;

/// <summary>Who of the register counts as an experimental technician on a day.</summary>
internal static class OnPostAt
{
    /// <summary>A year counts as it stood on its last day; the present one as it stands today.</summary>
    public static DateOnly DayOf(int year, DateOnly today) => year == today.Year ? today : new DateOnly(year, 12, 31);

    public static IQueryable<StaffMember> OnPost(this IQueryable<StaffMember> staff, DateOnly day) => staff.Where(m => m.FullTime
        && (m.JoinedOn == null || m.JoinedOn <= day) && (m.AnalystSince == null || m.AnalystSince <= day.Year) && (m.LeftOn == null || m.LeftOn > day));
}
