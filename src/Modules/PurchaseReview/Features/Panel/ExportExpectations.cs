using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.PurchaseReview;

/// <summary>The granted instruments as filtered, as a spreadsheet .</summary>
/// <param name="Format">xlsx or csv.</param>
/// <param name="State">open, overdue, met or ended.</param>
internal sealed record ExportExpectations(string? Format, string? State) : IRequest<SheetDownload>;

internal sealed class ExportExpectationsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/expectations/export", async ([AsParameters] ExportExpectations query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.PurchasesRead, DataScope.Organisation);
}

internal sealed class ExportExpectationsValidator : AbstractValidator<ExportExpectations>
{
    public ExportExpectationsValidator() => RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv").WithErrorCode("export.format").WithMessage("xlsx or csv.");
}

internal sealed class ExportExpectationsHandler(PurchaseReviewDb db, CaseReach reach, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportExpectations, SheetDownload>
{
    static readonly SheetColumn[] Columns =
    [
        new("申请编号", Width: 20), new("申购单位", Width: 24), new("仪器名称", Width: 28), new("规格型号", Width: 18), new("第几台", SheetColumnFormat.Integer), new("决定日期", SheetColumnFormat.Date, Width: 14),
        new("入网期限", SheetColumnFormat.Date, Width: 14), new("状态"), new("入网日期", SheetColumnFormat.Date, Width: 14), new("承诺年机时", SheetColumnFormat.General), new("承诺对外机时", SheetColumnFormat.General),
        new("终止日期", SheetColumnFormat.Date, Width: 14), new("终止原因", Width: 30),
    ];

    public async Task<SheetDownload> Handle(ExportExpectations request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rows = ListExpectationsHandler.Ordered(db, await reach.Cases(cancellationToken), request.State, today).Select(e => new Line(
            e.Case.Number, e.Case.UnitName, e.NameZh, e.Model, e.Piece, e.DecidedOn, e.DueOn, e.MetOn, e.PromisedHours, e.PromisedExternalHours, e.EndedOn, e.EndReason));
        db.Record(user, clock, "expectations.exported", user.OrganisationId, user.ScopePath, after: request);
        await db.SaveChangesAsync(cancellationToken);
        return new SheetDownload($"granted-purchases-{today:yyyyMMdd}", [new SheetContent("获准购置", Columns, Cells(rows, today, cancellationToken))], csv: request.Format == "csv");
    }

    static async IAsyncEnumerable<IReadOnlyList<object?>> Cells(IQueryable<Line> lines, DateOnly today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(ct))
        {
            var state = line.MetOn is not null ? "已入网" : line.EndedOn is not null ? "已终止" : line.DueOn < today ? "逾期未入网" : "待入网";
            yield return
            [
                line.Number, line.UnitName, line.NameZh, line.Model, line.Piece, line.DecidedOn, line.DueOn, state, line.MetOn, line.PromisedHours, line.PromisedExternalHours, line.EndedOn, line.EndReason,
            ];
        }
    }

    sealed record Line(
        string Number, string UnitName, string? NameZh, string? Model, int Piece, DateOnly DecidedOn, DateOnly DueOn, DateOnly? MetOn, decimal? PromisedHours, decimal? PromisedExternalHours, DateOnly? EndedOn, string? EndReason);
}
