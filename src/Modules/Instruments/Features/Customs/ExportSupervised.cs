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

/// <summary>The list of supervised imports as filtered, whole, with the fields that the national record of a duty-free import asks for (I-3, X-4).</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportSupervised(string? Format, string? Search, Coded<CustomsState>? State, Guid? UnitId, string? Sort) : IRequest<SheetDownload>;

internal sealed class ExportSupervisedEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/customs/export", async ([AsParameters] ExportSupervised query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ExportSupervisedValidator : AbstractValidator<ExportSupervised>
{
    public ExportSupervisedValidator() => RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv").WithErrorCode("export.format").WithMessage("xlsx or csv.");
}

internal sealed class ExportSupervisedHandler(InstrumentsDb db, CustomsSupervision customs, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportSupervised, SheetDownload>
{
    static readonly SheetColumn[] Columns =
    [
        new("所属单位", Width: 24), new("所在单位仪器编号"), new("仪器设备名称", Width: 24), new("规格型号"), new("进口报关单编号", Width: 20), new("进口报关单项号"),
        new("进口报关单上的名称", Width: 20), new("海关放行日期", SheetColumnFormat.Date), new("监管截止日期", SheetColumnFormat.Date), new("监管状态"),
    ];

    static readonly Dictionary<CustomsState, string> States = new() { [CustomsState.Supervised] = "监管中", [CustomsState.EndingSoon] = "即将到期", [CustomsState.Over] = "监管期满" };

    public async Task<SheetDownload> Handle(ExportSupervised request, CancellationToken cancellationToken)
    {
        var (today, years) = (clock.Today(), await customs.Years(user.ScopePath, cancellationToken));
        var found = ListSupervisedHandler.Orders.Apply(db.Supervised(user, request.Search, request.State?.Value, request.UnitId, today, years), request.Sort);
        db.Record(user, clock, "customs.exported", user.OrganisationId, user.ScopePath, after: request);
        await db.SaveChangesAsync(cancellationToken);
        return new SheetDownload($"customs-{today:yyyyMMdd}", [new SheetContent("海关监管仪器", Columns, Rows(found, today, years, cancellationToken))], csv: request.Format == "csv");
    }

    static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IQueryable<Instrument> found, DateOnly today, int years, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var i in found.AsAsyncEnumerable().WithCancellation(ct))
        {
            var until = i.CustomsReleasedOn!.Value.AddYears(years);
            yield return
            [
                i.UnitName, i.AssetNumber, i.NameZh, i.Model, i.CustomsDeclarationNumber, i.CustomsItemNumber, i.CustomsName, i.CustomsReleasedOn, until,
                States[CustomsSupervision.StateOn(today, until)],
            ];
        }
    }
}
