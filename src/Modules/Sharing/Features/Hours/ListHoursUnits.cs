using System.Linq.Expressions;
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

/// <summary>How far each unit of my subtree is with a year's hours, and what they add up to: who is missing what.</summary>
/// <param name="Year">Last year where none is given.</param>
/// <param name="Missing">Only units with instruments without hours, or only those that are done.</param>
/// <param name="Sort">name, missing, instruments; with a leading minus descending.</param>
internal sealed record ListHoursUnits(int? Year, string? Search, bool? Missing, string? Sort, int? Page, int? Size) : IRequest<HoursUnitsPage>;

/// <param name="Instruments">In the whole subtree, whatever is filtered; Declared likewise.</param>
internal sealed record HoursUnitsPage(IReadOnlyList<HoursUnitRow> Items, int Total, int Page, int Size, int Year, int Instruments, int Declared, int UnitsDone, int Units);

internal sealed record HoursUnitRow(Guid UnitId, string UnitName, int Instruments, int Declared, int Missing, decimal EffectiveHours, decimal ExternalHours);

internal sealed class ListHoursUnitsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/hours/units", async ([AsParameters] ListHoursUnits query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ListHoursUnitsValidator : AbstractValidator<ListHoursUnits>
{
    public ListHoursUnitsValidator()
    {
        RuleFor(q => q.Search).MaximumLength(200);
        RuleFor(q => q.Year).InclusiveBetween(1, 9998);
    }
}

internal sealed class ListHoursUnitsHandler(SharingDb db, IUnitDirectory units, IInstrumentRoll roll, CurrentUser user, TimeProvider clock) : IRequestHandler<ListHoursUnits, HoursUnitsPage>
{
    static readonly Sorts<HoursUnitRow> Orders = new("name", new Dictionary<string, Expression<Func<HoursUnitRow, object?>>>(StringComparer.Ordinal)
    {
        ["name"] = row => row.UnitName,
        ["missing"] = row => row.Missing,
        ["instruments"] = row => row.Instruments,
    }, row => row.UnitId);

    public async Task<HoursUnitsPage> Handle(ListHoursUnits request, CancellationToken cancellationToken)
    {
        var year = request.Year ?? clock.Today().Year - 1;
        var all = await units.Within(user.ScopePath, cancellationToken);
        var ids = all.Select(unit => unit.Id).ToList();
        var hours = await db.UsageDeclarations.Where(d => d.Year == year && d.EffectiveHours != null && ids.Contains(d.UnitId))
            .Select(d => new { d.InstrumentId, d.UnitId, d.EffectiveHours, d.ExternalHours }).ToListAsync(cancellationToken);
        var had = await roll.CountByUnit(year, user.ScopePath, only: null, cancellationToken);
        // Hours of an instrument that was not there that year do not make up for another's.
        var done = await roll.CountByUnit(year, user.ScopePath, [.. hours.Select(d => d.InstrumentId)], cancellationToken);
        var sums = hours.ToLookup(d => d.UnitId);
        // A nation has two thousand units: put together, filtered and ordered here, where both halves are.
        var rows = all.Select(unit =>
        {
            var (instruments, declared) = (had.GetValueOrDefault(unit.Id), done.GetValueOrDefault(unit.Id));
            return new HoursUnitRow(unit.Id, unit.Name, instruments, declared, instruments - declared, sums[unit.Id].Sum(d => d.EffectiveHours ?? 0), sums[unit.Id].Sum(d => d.ExternalHours ?? 0));
        }).Where(row => row.Instruments > 0).ToList();

        var matching = rows.AsEnumerable();
        if (!string.IsNullOrWhiteSpace(request.Search)) matching = matching.Where(row => row.UnitName.Contains(request.Search.Trim(), StringComparison.OrdinalIgnoreCase));
        if (request.Missing is { } missing) matching = matching.Where(row => row.Missing > 0 == missing);
        var found = Orders.Apply(matching.AsQueryable(), request.Sort).ToList();
        var (page, size) = Paging.Bounds(request.Page, request.Size);
        return new HoursUnitsPage([.. found.Skip((page - 1) * size).Take(size)], found.Count, page, size, year, rows.Sum(row => row.Instruments), rows.Sum(row => row.Declared), rows.Count(row => row.Missing == 0), rows.Count);
    }
}
