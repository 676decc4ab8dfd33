using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Evaluation;
using Modular.Shared;

namespace Modular.Evaluation;

/// <summary>What the list of grades and its export are narrowed by.</summary>
internal interface IGradeFilter
{
    string? Search { get; }

    Guid? UnitId { get; }

    int? Year { get; }

    Coded<Grade>? Grade { get; }

    Coded<GradeStanding>? Standing { get; }
}

/// <summary>The grades of the units of my subtree (IM 23); a unit's people see their own.</summary>
/// <param name="Search">Part of the unit's name or of the document's number.</param>
/// <param name="Sort">year, unitName, decidedOn, rectifyBy; with a leading minus descending.</param>
internal sealed record ListGrades(string? Search, Guid? UnitId, int? Year, Coded<Grade>? Grade, Coded<GradeStanding>? Standing, string? Sort, int? Page, int? Size)
    : IRequest<Page<GradeRow>>, IGradeFilter;

/// <param name="Restricted">Whether the unit's purchases are restricted by it today.</param>
internal sealed record GradeRow(
    Guid Id, Guid UnitId, string UnitName, int Year, Grade Grade, string DecidedBy, string Document, DateOnly DecidedOn, GradeStanding Standing, bool Restricted,
    DateOnly? RectifyBy, DateOnly? RectifiedOn, string RectifiedNote, DateOnly? WithdrawnOn, string WithdrawReason, string ChangedBy, DateTimeOffset ChangedAt, int Version);

internal sealed class ListGradesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/grades", async ([AsParameters] ListGrades query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.GradesRead, DataScope.Organisation);
}

internal sealed class ListGradesValidator : AbstractValidator<ListGrades>
{
    public ListGradesValidator() => RuleFor(q => q.Search).MaximumLength(200);
}

internal sealed class ListGradesHandler(EvaluationDb db, Grades grades, TimeProvider clock) : IRequestHandler<ListGrades, Page<GradeRow>>
{
    static readonly Sorts<UnitGrade> Orders = new("-year", new Dictionary<string, Expression<Func<UnitGrade, object?>>>(StringComparer.Ordinal)
    {
        ["year"] = grade => grade.Year,
        ["unitName"] = grade => grade.UnitName,
        ["decidedOn"] = grade => grade.DecidedOn,
        ["rectifyBy"] = grade => grade.RectifyBy,
    }, grade => grade.Id);

    public async Task<Page<GradeRow>> Handle(ListGrades request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var page = await grades.Now(Ordered(db, grades, request, request.Sort, today), today).ToPage(request.Page, request.Size, cancellationToken);
        return new Page<GradeRow>([.. page.Items.Select(row => RowOf(row, today))], page.Total, page.Number, page.Size);
    }

    public static IQueryable<UnitGrade> Ordered(EvaluationDb db, Grades grades, IGradeFilter filter, string? sort, DateOnly today)
    {
        var rows = grades.InReach.AsNoTracking();
        if (filter.Search?.Trim() is { Length: > 0 } text) rows = rows.Where(g => g.UnitName.Contains(text) || g.Document.Contains(text));
        if (filter.UnitId is { } unit) rows = rows.Where(g => g.UnitId == unit);
        if (filter.Year is { } year) rows = rows.Where(g => g.Year == year);
        if (filter.Grade is { Value: var wanted }) rows = rows.Where(g => g.Grade == wanted);
        var rectifying = rows.Rectifying(db.Grades, today);
        rows = filter.Standing?.Value switch
        {
            GradeStanding.Withdrawn => rows.Where(g => g.WithdrawnOn != null),
            GradeStanding.Rectifying => rectifying.Where(g => g.RectifyBy >= today),
            GradeStanding.Overdue => rectifying.Where(g => g.RectifyBy < today),
            GradeStanding.Counts => rows.Counting(today).Where(g => !rectifying.Any(open => open.Id == g.Id)),
            _ => rows,
        };
        return Orders.Apply(rows, sort);
    }

    static GradeRow RowOf(GradeNow row, DateOnly today)
    {
        var g = row.Grade;
        return new GradeRow(
            g.Id, g.UnitId, g.UnitName, g.Year, g.Grade, g.DecidedBy, g.Document, g.DecidedOn, row.StandingOn(today), row.Open && g.RestrictsPurchases, g.RectifyBy, g.RectifiedOn, g.RectifiedNote, g.WithdrawnOn, g.WithdrawReason,
            g.ChangedBy, g.ChangedAt, g.Version);
    }
}
