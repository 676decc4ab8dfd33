using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Evaluation;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Evaluation;

/// <summary>The grades as filtered, as a spreadsheet .</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportGrades(string? Format, string? Search, Guid? UnitId, int? Year, Coded<Grade>? Grade, Coded<GradeStanding>? Standing, string? Sort) : IRequest<SheetDownload>, IGradeFilter;

internal sealed class ExportGradesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/grades/export", async ([AsParameters] ExportGrades query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.GradesRead, DataScope.Organisation);
}

internal sealed class ExportGradesValidator : AbstractValidator<ExportGrades>
{
    public ExportGradesValidator()
    {
        RuleFor(q => q.Search).MaximumLength(200);
        RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv").WithErrorCode("export.format").WithMessage("xlsx or csv.");
    }
}

internal sealed class ExportGradesHandler(EvaluationDb db, Grades grades, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportGrades, SheetDownload>
{
    static readonly SheetColumn[] Columns =
    [
        new("管理单位", Width: 30), new("评价年度", SheetColumnFormat.Integer), new("评价等级"), new("公布单位", Width: 26), new("文号", Width: 26), new("公布日期", SheetColumnFormat.Date, Width: 14),
        new("状态"), new("整改期限", SheetColumnFormat.Date, Width: 14), new("整改验收日期", SheetColumnFormat.Date, Width: 14), new("整改验收说明", Width: 30), new("撤销日期", SheetColumnFormat.Date, Width: 14), new("撤销原因", Width: 30),
    ];

    static readonly Dictionary<Grade, string> Names = new() { [Grade.Excellent] = "优秀", [Grade.Good] = "良好", [Grade.Qualified] = "合格", [Grade.Unqualified] = "不合格" };

    static readonly Dictionary<GradeStanding, string> Standings = new()
    {
        [GradeStanding.Counts] = "有效", [GradeStanding.Rectifying] = "整改中", [GradeStanding.Overdue] = "整改逾期", [GradeStanding.Withdrawn] = "已撤销",
    };

    public async Task<SheetDownload> Handle(ExportGrades request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rows = grades.Now(ListGradesHandler.Ordered(db, grades, request, request.Sort, today), today);
        db.Record(user, clock, "grades.exported", user.OrganisationId, user.ScopePath, after: request);
        await db.SaveChangesAsync(cancellationToken);
        return new SheetDownload($"grades-{today:yyyyMMdd}", [new SheetContent("评价等级", Columns, Cells(rows, today, cancellationToken))], csv: request.Format == "csv");
    }

    static async IAsyncEnumerable<IReadOnlyList<object?>> Cells(IQueryable<GradeNow> rows, DateOnly today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var g = row.Grade;
            yield return [g.UnitName, g.Year, Names[g.Grade], g.DecidedBy, g.Document, g.DecidedOn, Standings[row.StandingOn(today)], g.RectifyBy, g.RectifiedOn, g.RectifiedNote, g.WithdrawnOn, g.WithdrawReason];
        }
    }
}
