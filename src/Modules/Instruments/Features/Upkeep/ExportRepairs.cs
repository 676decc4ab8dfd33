using System.Runtime.CompilerServices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>The list of repairs as filtered, whole, as a spreadsheet .</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportRepairs(string? Format, string? Search, Coded<RepairState>? State, Guid? UnitId, bool? Mine, DateOnly? FromDay, DateOnly? ToDay, string? Sort)
    : IRequest<SheetDownload>, IRepairFilter;

internal sealed class ExportRepairsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/repairs/export", async ([AsParameters] ExportRepairs query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ExportRepairsValidator : RepairFilterRules<ExportRepairs>
{
    public ExportRepairsValidator() => RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv").WithErrorCode("export.format").WithMessage("xlsx or csv.");
}

internal sealed class ExportRepairsHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportRepairs, SheetDownload>
{
    static readonly SheetColumn[] Columns =
    [
        new("所属单位", Width: 24), new("仪器编号"), new("仪器名称", Width: 24), new("开始日期", SheetColumnFormat.Date), new("结束日期", SheetColumnFormat.Date), new("停机天数", SheetColumnFormat.Integer),
        new("故障现象", Width: 40), new("处理情况", Width: 40), new("维修人员或厂商", Width: 22), new("维修费用（元）", SheetColumnFormat.General), new("预计恢复日", SheetColumnFormat.Date), new("登记人"),
    ];

    public async Task<SheetDownload> Handle(ExportRepairs request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var found = RepairFilter.Orders.Apply(db.RepairsMatching(request, user, today), request.Sort);
        db.Record(user, clock, "repairs.exported", user.OrganisationId, user.ScopePath, after: request);
        await db.SaveChangesAsync(cancellationToken);
        return new SheetDownload($"repairs-{today:yyyyMMdd}", [new SheetContent("维修记录", Columns, Rows(found, today, cancellationToken))], csv: request.Format == "csv");
    }

    static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IQueryable<RepairOfInstrument> found, DateOnly today, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in found.AsAsyncEnumerable().WithCancellation(ct))
        {
            var (r, i) = (row.Repair, row.Instrument);
            yield return
            [
                i.UnitName, i.AssetNumber, i.NameZh, r.From, r.Until, (r.Until ?? today).DayNumber - r.From.DayNumber + 1, r.Fault, r.Work, r.DoneBy, r.CostFen / 100m,
                r.Until is null ? i.ExpectedBackOn : null, r.EnteredBy,
            ];
        }
    }
}
