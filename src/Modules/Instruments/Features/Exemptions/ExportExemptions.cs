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

namespace Modular.Instruments;

/// <summary>The list of statements as filtered, whole, as a spreadsheet .</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportExemptions(
    string? Format, Coded<ExemptionState>? State, Coded<ExemptionReason>? Reason, Guid? UnitId, Guid? SupervisorId, string? Search, string? Sort)
    : IRequest<SheetDownload>, IExemptionFilter;

internal sealed class ExportExemptionsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/exemptions/export", async ([AsParameters] ExportExemptions query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ExportExemptionsValidator : ExemptionFilterRules<ExportExemptions>
{
    public ExportExemptionsValidator() => RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv")
        .WithErrorCode("export.format").WithMessage("xlsx or csv.");
}

internal sealed class ExportExemptionsHandler(InstrumentsDb db, IOrganisationDirectory organisations, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportExemptions, SheetDownload>
{
    static readonly SheetColumn[] Columns =
    [
        new("所属单位", Width: 24), new("不报送理由", Width: 20), new("台（套）数", SheetColumnFormat.Integer), new("首台仪器", Width: 28), new("单位文号", Width: 16),
        new("有效期至", SheetColumnFormat.Date), new("状态", Width: 14), new("备案号", Width: 20), new("备案日期", SheetColumnFormat.Date), new("提交时间", SheetColumnFormat.DateTime, Width: 18),
    ];

    static readonly Dictionary<ExemptionReason, string> Reasons = new()
    {
        [ExemptionReason.Outdated] = "仪器老旧，技术性能落后", [ExemptionReason.OnlineTesting] = "在线检测仪器", [ExemptionReason.Accessory] = "仪器配件，不单独使用",
        [ExemptionReason.Classified] = "涉密仪器", [ExemptionReason.InCommissioning] = "仪器正在调试", [ExemptionReason.RegionalCategory] = "自治区规定不适用于开放共享的类别",
    };

    static readonly Dictionary<ExemptionState, string> States = new()
    {
        [ExemptionState.Submitted] = "待主管部门审核", [ExemptionState.Returned] = "已退回", [ExemptionState.Endorsed] = "待备案", [ExemptionState.Filed] = "已备案",
        [ExemptionState.Refused] = "不予备案", [ExemptionState.Withdrawn] = "已撤回", [ExemptionState.Ended] = "已终止",
    };

    public async Task<SheetDownload> Handle(ExportExemptions request, CancellationToken cancellationToken)
    {
        var matching = await ListExemptionsHandler.Matching(db.Exemptions.AsNoTracking().Within(user), request, organisations, cancellationToken);
        var rows = ListExemptionsHandler.Rows(ListExemptionsHandler.Orders.Apply(matching, request.Sort), clock.Today());
        db.Record(user, clock, "exemptions.exported", user.OrganisationId, user.ScopePath, after: request);
        await db.SaveChangesAsync(cancellationToken);
        return new SheetDownload($"exemptions-{clock.Today():yyyyMMdd}", [new SheetContent("不报送说明", Columns, Rows(rows, cancellationToken))], csv: request.Format == "csv");
    }

    static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IQueryable<ExemptionRow> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return
            [
                row.UnitName, Reasons[row.Reason], row.Count, row.FirstName, row.UnitReference, row.Until, row.Lapsed ? "备案已到期" : States[row.State], row.FilingNumber, row.FiledOn,
                row.SubmittedAt.InRegion().DateTime,
            ];
        }
    }
}
