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

namespace Modular.Sharing;

/// <summary>A year's hours of all instruments of one unit, declared beside recorded, as a table to fill in. The year before stands beside it.</summary>
/// <param name="Year">Last year where none is given.</param>
/// <param name="UnitId">The caller's own unit where none is given.</param>
/// <param name="Missing">Only instruments without declared hours, or only those with.</param>
/// <param name="Sort">assetNumber, name, originalValueFen; with a leading minus descending.</param>
internal sealed record ListHours(int? Year, Guid? UnitId, string? Search, bool? Missing, string? Sort, int? Page, int? Size) : IRequest<HoursPage>;

/// <param name="Instruments">How many the unit had in service in the year.</param>
/// <param name="Declared">For how many of them hours are declared.</param>
internal sealed record HoursPage(IReadOnlyList<HoursRow> Items, int Total, int Page, int Size, int Year, Guid UnitId, string UnitName, int Instruments, int Declared);

/// <param name="RatedHours">额定机时 of its kind in the year (P-8); more is no fault, but is asked about.</param>
/// <param name="LastYear">What was declared for the year before.</param>
/// <param name="Recorded">Summed from operation records; none while there are none.</param>
/// <param name="Counts">Which of both counts, and Why.</param>
/// <param name="By">Empty where the hours came with the instrument's record or a list of instruments.</param>
internal sealed record HoursRow(
    Guid InstrumentId, string? AssetNumber, string Name, string? Model, bool Special, int RatedHours, UsageFigure? Declared, UsageFigure? Recorded, UsageFigure? LastYear, UsageSource Counts, string Why,
    string By, DateTimeOffset? At, int Version);

internal sealed class ListHoursEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/hours", async ([AsParameters] ListHours query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ListHoursValidator : AbstractValidator<ListHours>
{
    public ListHoursValidator()
    {
        RuleFor(q => q.Search).MaximumLength(200);
        RuleFor(q => q.Year).InclusiveBetween(1, 9998);
    }
}

internal sealed class ListHoursHandler(SharingDb db, IUnitDirectory units, IInstrumentRoll roll, RatedHours rates, CurrentUser user, TimeProvider clock) : IRequestHandler<ListHours, HoursPage>
{
    public async Task<HoursPage> Handle(ListHours request, CancellationToken cancellationToken)
    {
        var year = request.Year ?? clock.Today().Year - 1;
        var unit = await units.UnitInReach(request.UnitId ?? user.OrganisationId, user, cancellationToken);
        // What counts as declared is known here, what the unit had is known there: a unit's few thousand ids go across.
        var declared = await db.UsageDeclarations.Where(d => d.UnitId == unit.Id && d.Year == year && d.EffectiveHours != null).Select(d => d.InstrumentId).ToListAsync(cancellationToken);
        var page = await roll.Page(new RollQuery(
            year, unit.Id, request.Search, request.Missing == false ? declared : null, request.Missing == true ? declared : null, request.Sort, request.Page, request.Size), cancellationToken);
        var ids = page.Items.Select(i => i.Id).ToList();
        var known = (await db.UsageDeclarations.AsNoTracking().Where(d => ids.Contains(d.InstrumentId) && (d.Year == year || d.Year == year - 1)).ToListAsync(cancellationToken)).ToLookup(d => d.InstrumentId);
        var rated = await rates.In(year, unit.Path, cancellationToken);
        var had = (await roll.CountByUnit(year, unit.Path, only: null, cancellationToken)).GetValueOrDefault(unit.Id);
        // Hours of an instrument that was not there that year do not make up for another's.
        var done = (await roll.CountByUnit(year, unit.Path, declared, cancellationToken)).GetValueOrDefault(unit.Id);
        return new HoursPage([.. page.Items.Select(Row)], page.Total, page.Page, page.Size, year, unit.Id, unit.Name, had, done);

        HoursRow Row(RollEntry instrument)
        {
            var declaration = known[instrument.Id].SingleOrDefault(d => d.Year == year);
            var usage = AnnualUsages.Judge(instrument.Id, year, declaration, recorded: null);
            var before = AnnualUsages.Judge(instrument.Id, year - 1, known[instrument.Id].SingleOrDefault(d => d.Year == year - 1), recorded: null);
            return new HoursRow(
                instrument.Id, instrument.AssetNumber, instrument.Name, instrument.Model, instrument.Special, rated.Of(instrument), usage.Declared, usage.Recorded, before.Declared, usage.Counts, usage.Why,
                declaration?.By ?? "", declaration?.At, declaration?.Version ?? 0);
        }
    }
}
