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

/// <summary>The list as filtered, whole, as a spreadsheet: a sheet a kind in the columns of the national standard, with the count and value of what belongs to each.</summary>
/// <param name="Format">xlsx or csv; a csv is one table of all kinds.</param>
internal sealed record ExportCarriers(string? Format, string? Search, Coded<CarrierType>? Kind, Coded<LifeCycle>? LifeCycle, Guid? UnitId, string? RegionCode, string? Sort)
    : IRequest<SheetDownload>, ICarrierFilter;

internal sealed class ExportCarriersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/carriers/export", async ([AsParameters] ExportCarriers query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ExportCarriersValidator : CarrierFilterRules<ExportCarriers>
{
    public ExportCarriersValidator() => RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv")
        .WithErrorCode("export.format").WithMessage("xlsx or csv.");
}

internal sealed class ExportCarriersHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportCarriers, SheetDownload>
{
    static readonly SheetColumn[] Leading =
    [
        new("所属单位", Width: 24, Group: "管理单位"), new("类别", Width: 18, Group: "管理单位"), new("状态", Width: 10, Group: "管理单位"),
        new("大型科研仪器数量", SheetColumnFormat.Integer, Group: "所属仪器"), new("仪器总原值（万元）", Group: "所属仪器"),
    ];

    public async Task<SheetDownload> Handle(ExportCarriers request, CancellationToken cancellationToken)
    {
        db.Record(user, clock, "carriers.exported", user.OrganisationId, user.ScopePath, after: request);
        await db.SaveChangesAsync(cancellationToken);
        var carriers = ListCarriersHandler.Orders.Apply(db.Carriers.AsNoTracking().Within(user).Matching(request), request.Sort);
        var csv = request.Format == "csv";
        var sheets = csv
            ? [Sheet("设施与仪器中心", request.Kind is { Value: var kind } && CarrierFields.IsKind(kind) ? CarrierFields.Of(kind) : CarrierFields.Any, carriers, cancellationToken)]
            : CarrierFields.Kinds.Where(kind => request.Kind is null || request.Kind.Value.Value == kind)
                .Select(kind => Sheet(Word(kind), CarrierFields.Of(kind), carriers.Where(c => c.Kind == kind), cancellationToken)).ToList();
        return new SheetDownload($"carriers-{clock.Today():yyyyMMdd}", sheets, csv);
    }

    SheetContent Sheet(string name, IReadOnlyList<RecordField> fields, IQueryable<Carrier> carriers, CancellationToken ct) =>
        new(name, [.. Leading, .. fields.Select(InstrumentSheet.Column)], Rows(fields, carriers, ct));

    async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IReadOnlyList<RecordField> fields, IQueryable<Carrier> carriers, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in db.Summed(carriers).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return
            [
                row.Carrier.UnitName, Word(row.Carrier.Kind), ExportInstrumentsHandler.States[row.Carrier.LifeCycle], row.Instruments, row.ValueFen / 1_000_000m,
                .. fields.Select(field => InstrumentSheet.Cell(field, row.Carrier)),
            ];
        }
    }

    static string Word(CarrierType kind) => InstrumentSheet.Word(InstrumentFields.Find("carrierType")!, kind);
}
