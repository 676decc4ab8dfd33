using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Units;

/// <summary>A year's overviews as filtered, whole, as a spreadsheet (U-2, X-4); units that have not filled it stand there too.</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportOverviews(string? Format, int? Year, bool? Filled, string? Search, string? Sort) : IRequest<SheetDownload>, IOverviewFilter;

internal sealed class ExportOverviewsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/overviews/export", async ([AsParameters] ExportOverviews query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.UnitsRead, DataScope.Organisation);
}

internal sealed class ExportOverviewsValidator : AbstractValidator<ExportOverviews>
{
    public ExportOverviewsValidator()
    {
        this.RulesForOverviews();
        RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv").WithErrorCode("export.format").WithMessage("xlsx or csv.");
    }
}

internal sealed class ExportOverviewsHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportOverviews, SheetDownload>
{
    static readonly SheetColumn[] Columns =
    [
        new("单位名称", Width: 30), new("主管部门", Width: 26), new("年度", SheetColumnFormat.Integer, Width: 8), new("科研用房面积（平方米）", SheetColumnFormat.Money, Width: 20),
        new("实验技术人员数量", SheetColumnFormat.Integer, Width: 16), new("登记册人数", SheetColumnFormat.Integer, Width: 12), new("与登记册不一致的原因", Width: 30), new("填报人", Width: 24),
        new("填报时间", SheetColumnFormat.DateTime, Width: 18),
    ];

    public async Task<SheetDownload> Handle(ExportOverviews request, CancellationToken cancellationToken)
    {
        var year = request.Year ?? clock.Today().Year - 1;
        var rows = OverviewFilter.Orders.Apply(db.OverviewsOf(year, user, request), request.Sort).Select(OverviewFilter.Row);
        // Who took what out is a fact worth a line; it is written before the first byte leaves.
        db.Record(user, clock, "overviews.exported", user.OrganisationId, user.ScopePath, after: request);
        await db.SaveChangesAsync(cancellationToken);
        return new SheetDownload($"overviews-{year}", [new SheetContent("单位概况", Columns, Cells(rows, year, cancellationToken))], csv: request.Format == "csv");
    }

    static async IAsyncEnumerable<IReadOnlyList<object?>> Cells(IQueryable<OverviewRow> rows, int year, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            yield return [row.UnitName, row.SupervisorName, year, row.RoomArea, row.Technicians, row.Offered, row.Reason, row.By, row.At?.InRegion().DateTime];
    }
}
