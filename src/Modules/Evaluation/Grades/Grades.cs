using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Evaluation;
using Modular.Shared;

namespace Modular.Evaluation;

/// <summary>Which grades count, and who may see them: the one place that says so.</summary>
internal sealed class Grades(EvaluationDb db, CurrentUser user)
{
    public IQueryable<UnitGrade> InReach
    {
        get
        {
            var scope = user.ScopePath;
            return db.Grades.Where(g => g.UnitPath.StartsWith(scope));
        }
    }

    /// <summary>With whether each is being put right on a day.</summary>
    public IQueryable<GradeNow> Now(IQueryable<UnitGrade> rows, DateOnly day)
    {
        var rectifying = db.Grades.Rectifying(db.Grades, day);
        return rows.Select(g => new GradeNow(g, rectifying.Any(open => open.Id == g.Id)));
    }

    /// <exception cref="Problem">404 when there is none, or it is not of the caller's subtree.</exception>
    public async Task<UnitGrade> One(Guid id, CancellationToken ct) => await InReach.SingleOrDefaultAsync(g => g.Id == id, ct) ?? throw GradeProblems.NotFound(id);

    public string By => $"{user.OrganisationName} {user.DisplayName}";
}

/// <param name="Open">Whether the unit is putting right what the grade found.</param>
internal sealed record GradeNow(UnitGrade Grade, bool Open)
{
    public GradeStanding StandingOn(DateOnly day) =>
        Grade.WithdrawnOn is not null ? GradeStanding.Withdrawn : !Open ? GradeStanding.Counts : Grade.RectifyBy < day ? GradeStanding.Overdue : GradeStanding.Rectifying;
}

internal enum GradeStanding
{
    /// <summary>Counts, and nothing has to be put right.</summary>
    Counts,

    /// <summary>整改中.</summary>
    Rectifying,

    /// <summary>整改逾期.</summary>
    Overdue,

    /// <summary>已撤销.</summary>
    Withdrawn,
}

internal static class GradesOnADay
{
    public static IQueryable<UnitGrade> Counting(this IQueryable<UnitGrade> grades, DateOnly day) => grades.Where(g => g.WithdrawnOn == null && g.DecidedOn <= day);

    /// <summary>
    /// Those whose units are putting things right on a day: not accepted yet, and not evaluated again since with a better grade, which takes the same (P-6).
    /// </summary>
    public static IQueryable<UnitGrade> Rectifying(this IQueryable<UnitGrade> grades, IQueryable<UnitGrade> all, DateOnly day) => grades.Counting(day).Where(g =>
        g.RectifyBy != null && (g.RectifiedOn == null || g.RectifiedOn > day)
        && !all.Any(later => (later.UnitId == g.UnitId || later.UnitId == g.SuccessorId) && later.Year > g.Year && later.WithdrawnOn == null && later.DecidedOn <= day && later.Grade != Grade.Unqualified));
}
