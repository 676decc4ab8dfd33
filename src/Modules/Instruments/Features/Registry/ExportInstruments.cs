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

/// <summary>The list as filtered, whole, as a spreadsheet in the shape of the national template (X-4, I-9). It can be imported again.</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportInstruments(
    string? Format, string? Search, Coded<LifeCycle>? LifeCycle, Coded<OperatingStatus>? OperatingStatus, Guid? UnitId, string? Custodian, string? ClassCode, string? RegionCode,
    long? ValueFromFen, long? ValueToFen, Coded<CarrierType>? CarrierType, string? CarrierNumber, string? Sort) : IRequest<SheetDownload>, IInstrumentFilter;

internal sealed class ExportInstrumentsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/export", async ([AsParameters] ExportInstruments query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ExportInstrumentsValidator : InstrumentFilterRules<ExportInstruments>
{
    public ExportInstrumentsValidator() => RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv")
        .WithErrorCode("export.format").WithMessage("xlsx or csv.");
}

internal sealed class ExportInstrumentsHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportInstruments, SheetDownload>
{
    static readonly SheetColumn[] Leading = [new("所属单位", Width: 24, Group: "管理单位"), new("入网状态", Width: 10, Group: "管理单位"), new("现状态起始日", SheetColumnFormat.Date, Group: "管理单位"), new("预计恢复日", SheetColumnFormat.Date, Group: "管理单位")];

    public static readonly Dictionary<LifeCycle, string> States = new()
    {
        [LifeCycle.Draft] = "草稿",
        [LifeCycle.Submitted] = "待审核",
        [LifeCycle.Returned] = "已退回",
        [LifeCycle.Listed] = "已入网",
        [LifeCycle.Retired] = "已退出",
    };

    public async Task<SheetDownload> Handle(ExportInstruments request, CancellationToken cancellationToken)
    {
        var instruments = ListInstrumentsHandler.Orders.Apply(db.Instruments.AsNoTracking().Within(user).Matching(request, db, user), request.Sort);
        // Who took what out of the registry is a fact worth a line; it is written before the first byte leaves.
        db.Record(user, clock, "instruments.exported", user.OrganisationId, user.ScopePath, after: request);
        await db.SaveChangesAsync(cancellationToken);
        return Sheet(instruments, clock.Today(), csv: request.Format == "csv", cancellationToken);
    }

    public static SheetDownload Sheet(IQueryable<Instrument> instruments, DateOnly today, bool csv, CancellationToken ct) =>
        new($"instruments-{today:yyyyMMdd}", [new SheetContent("大型科研仪器", [.. Leading, .. InstrumentSheet.Columns], Rows(instruments, ct))], csv);

    static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IQueryable<Instrument> instruments, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var instrument in instruments.AsAsyncEnumerable().WithCancellation(ct))
            yield return [instrument.UnitName, States[instrument.LifeCycle], instrument.StatusSince, instrument.ExpectedBackOn, .. InstrumentSheet.Row(instrument)];
    }
}
