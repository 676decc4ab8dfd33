using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.PurchaseReview;

/// <summary>The cases as filtered, a row an instrument, as a spreadsheet .</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportCases(string? Format, Coded<CaseState>? State, string? Band, Guid? UnitId, Guid? SupervisorId, string? Search, string? Sort)
    : IRequest<SheetDownload>, ICaseFilter;

internal sealed class ExportCasesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/cases/export", async ([AsParameters] ExportCases query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.PurchasesRead, DataScope.Organisation);
}

internal sealed class ExportCasesValidator : CaseFilterRules<ExportCases>
{
    public ExportCasesValidator() => RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv").WithErrorCode("export.format").WithMessage("xlsx or csv.");
}

internal sealed class ExportCasesHandler(PurchaseReviewDb db, CaseReach reach, IOrganisationDirectory organisations, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportCases, SheetDownload>
{
    static readonly SheetColumn[] Columns =
    [
        new("申请编号", Width: 20), new("申购单位", Width: 24), new("状态", Width: 14), new("项目名称", Width: 24), new("仪器名称", Width: 28), new("规格型号", Width: 18), new("生产厂商", Width: 18),
        new("数量", SheetColumnFormat.Integer), new("单价（元）", SheetColumnFormat.Money), new("总价（元）", SheetColumnFormat.Money), new("预计年机时", SheetColumnFormat.General), new("承诺对外机时", SheetColumnFormat.General),
        new("查重结论"), new("评议结论"), new("核准数量", SheetColumnFormat.Integer), new("核准单价（元）", SheetColumnFormat.Money), new("提交时间", SheetColumnFormat.DateTime, Width: 18),
    ];

    public static readonly Dictionary<CaseState, string> States = new()
    {
        [CaseState.Draft] = "草稿", [CaseState.Submitted] = "待单位审核", [CaseState.UnitEndorsed] = "待主管部门审核", [CaseState.SupervisorEndorsed] = "待完整性检查", [CaseState.Returned] = "已退回",
        [CaseState.Withdrawn] = "已撤回", [CaseState.Complete] = "待评议", [CaseState.UnderReview] = "独立评议中", [CaseState.InDiscussion] = "集体评议中", [CaseState.Decided] = "已决定",
        [CaseState.Objected] = "异议处理中",
    };

    public static readonly Dictionary<Outcome, string> Outcomes = new() { [Outcome.Passed] = "通过", [Outcome.Adjusted] = "调整", [Outcome.Rejected] = "不予通过" };

    public async Task<SheetDownload> Handle(ExportCases request, CancellationToken cancellationToken)
    {
        var matching = await ListCasesHandler.Matching((await reach.Dossiers(cancellationToken)).AsNoTracking(), request, organisations, cancellationToken);
        db.Record(user, clock, "purchases.exported", user.OrganisationId, user.ScopePath, after: request);
        await db.SaveChangesAsync(cancellationToken);
        var rows = ListCasesHandler.Orders.Apply(matching, request.Sort).SelectMany(c => c.Wishes.OrderBy(w => w.Position).Select(w => new Line(
            c.Number, c.UnitName, c.State, c.ProjectName, w.NameZh, w.Model, w.Manufacturer, w.Quantity, w.UnitPriceFen, w.AnnualHours, w.ExternalHours, w.Band, c.Outcome, w.GrantedQuantity, w.GrantedPriceFen, c.SubmittedAt)));
        return new SheetDownload($"purchase-cases-{clock.Today():yyyyMMdd}", [new SheetContent("购置申请", Columns, Rows(rows, cancellationToken))], csv: request.Format == "csv");
    }

    static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IQueryable<Line> lines, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return
            [
                line.Number, line.UnitName, States[line.State], line.ProjectName, line.NameZh, line.Model, line.Manufacturer, line.Quantity, line.UnitPriceFen / 100m, line.UnitPriceFen * line.Quantity / 100m,
                line.AnnualHours, line.ExternalHours, line.Band is { } band ? CheckDuplicatesOfListEndpoint.BandName(band) : null,
                line.Outcome is { } outcome ? Outcomes[outcome] : null, line.GrantedQuantity, line.GrantedPriceFen / 100m, line.SubmittedAt?.InRegion().DateTime,
            ];
        }
    }

    sealed record Line(
        string Number, string UnitName, CaseState State, string? ProjectName, string? NameZh, string? Model, string? Manufacturer, int Quantity, long? UnitPriceFen, decimal? AnnualHours, decimal? ExternalHours,
        string? Band, Outcome? Outcome, int? GrantedQuantity, long? GrantedPriceFen, DateTimeOffset? SubmittedAt);
}
