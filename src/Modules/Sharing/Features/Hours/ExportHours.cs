using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Instruments;
using Modular.Contracts.Sharing;
using Modular.Contracts.Units;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Sharing;

/// <summary>A year's hours of all instruments of one unit as a spreadsheet: to file, or to fill in and send back. Sent back as it is, it changes nothing.</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportHours(string? Format, int? Year, Guid? UnitId) : IRequest<SheetDownload>;

internal sealed class ExportHoursEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/hours/export", async ([AsParameters] ExportHours query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ExportHoursValidator : AbstractValidator<ExportHours>
{
    public ExportHoursValidator()
    {
        RuleFor(q => q.Year).InclusiveBetween(1, 9998);
        RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv").WithErrorCode("export.format").WithMessage("xlsx or csv.");
    }
}

internal sealed class ExportHoursHandler(SharingDb db, IUnitDirectory units, IInstrumentRoll roll, RatedHours rates, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportHours, SheetDownload>
{
    public async Task<SheetDownload> Handle(ExportHours request, CancellationToken cancellationToken)
    {
        var year = request.Year ?? clock.Today().Year - 1;
        var unit = await units.UnitInReach(request.UnitId ?? user.OrganisationId, user, cancellationToken);
        var instruments = await roll.Of(year, unit.Id, cancellationToken);
        var known = await db.UsageDeclarations.AsNoTracking().Where(d => d.UnitId == unit.Id && (d.Year == year || d.Year == year - 1)).ToDictionaryAsync(d => (d.InstrumentId, d.Year), cancellationToken);
        var rated = await rates.In(year, unit.Path, cancellationToken);
        // Who took what out is a fact worth a line; it is written before the first byte leaves.
        db.Record(user, clock, "hours.exported", unit.Id, unit.Path, after: new { Year = year, request.Format });
        await db.SaveChangesAsync(cancellationToken);
        var sheet = SheetContent.Of($"{year}年机时", HoursSheet.Columns, instruments.Select(instrument =>
        {
            var (now, before) = (known.GetValueOrDefault((instrument.Id, year)), known.GetValueOrDefault((instrument.Id, year - 1)));
            return (IReadOnlyList<object?>)[instrument.AssetNumber, instrument.Name, instrument.Model, rated.Of(instrument), before?.EffectiveHours, before?.ExternalHours, now?.EffectiveHours, now?.ExternalHours];
        }));
        return new SheetDownload($"hours-{year}", [sheet with { HeadLines = [$"{unit.Name} {year}年运行机时和对外服务机时（单位填报）"] }], csv: request.Format == "csv");
    }
}
