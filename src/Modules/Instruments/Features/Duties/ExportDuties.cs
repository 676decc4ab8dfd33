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

/// <summary>The list of duties as filtered, whole, as a spreadsheet .</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportDuties(string? Format, Coded<DutyState>? State, Guid? UnitId, Guid? SupervisorId, string? Search, string? Sort) : IRequest<SheetDownload>, IDutyFilter;

internal sealed class ExportDutiesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/duties/export", async ([AsParameters] ExportDuties query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ExportDutiesValidator : DutyFilterRules<ExportDuties>
{
    public ExportDutiesValidator() => RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv")
        .WithErrorCode("export.format").WithMessage("xlsx or csv.");
}

internal sealed class ExportDutiesHandler(InstrumentsDb db, DutyReading reading, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportDuties, SheetDownload>
{
    const int AtOnce = 500;

    static readonly SheetColumn[] Columns =
    [
        new("主管部门", Width: 24), new("所属单位", Width: 24), new("固定资产编号", Width: 16), new("仪器设备名称", Width: 28), new("规格型号", Width: 20),
        new("原值（万元）", SheetColumnFormat.General), new("验收日期", SheetColumnFormat.Date), new("入网期限", SheetColumnFormat.Date), new("期限是否暂定", Width: 12),
        new("到期状态", Width: 12), new("剩余工作日（负数为逾期）", SheetColumnFormat.Integer, Width: 14), new("入网状态", Width: 10),
    ];

    static readonly Dictionary<DutyState, string> States = new()
    {
        [DutyState.Overdue] = "已逾期", [DutyState.DueSoon] = "即将到期", [DutyState.Due] = "未到期", [DutyState.Undated] = "缺验收日期", [DutyState.Exempt] = "已备案不入网",
    };

    public async Task<SheetDownload> Handle(ExportDuties request, CancellationToken cancellationToken)
    {
        var duty = await reading.Clock(cancellationToken);
        var matching = ListDutiesHandler.Orders(duty).Apply(await reading.Matching(request, duty, cancellationToken), request.Sort);
        db.Record(user, clock, "duties.exported", user.OrganisationId, user.ScopePath, after: request);
        await db.SaveChangesAsync(cancellationToken);
        return new SheetDownload($"duties-{clock.Today():yyyyMMdd}", [new SheetContent("入网期限", Columns, Rows(matching, request.State is { Value: DutyState.Exempt }, duty, cancellationToken))], csv: request.Format == "csv");
    }

    async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IQueryable<Instrument> matching, bool exempt, DutyClock duty, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        // The names of the departments above are asked for by the chunk.
        for (var skip = 0; ; skip += AtOnce)
        {
            var rows = await ListDutiesHandler.Rows(await matching.Skip(skip).Take(AtOnce).ToListAsync(ct), exempt, duty, reading, ct);
            foreach (var row in rows)
            {
                yield return
                [
                    row.SupervisorName, row.UnitName, row.AssetNumber, row.NameZh, row.Model, row.OriginalValueFen / 1_000_000m, row.AcceptedOn, row.DueOn,
                    row.Provisional ? "暂定" : null, States[row.State], row.WorkingDays, ExportInstrumentsHandler.States[row.LifeCycle],
                ];
            }

            if (rows.Count < AtOnce) yield break;
        }
    }
}
