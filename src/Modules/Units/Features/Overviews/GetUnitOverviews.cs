using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>A unit's overviews year by year (U-2), with what is still to be filled and what the register of analysts offers for it.</summary>
internal sealed record GetUnitOverviews(Guid UnitId) : IRequest<OverviewBook>;

/// <param name="Years">From this year back to the first filled one, last year at least; those not filled have version 0.</param>
internal sealed record OverviewBook(Guid UnitId, string UnitName, bool Closed, IReadOnlyList<OverviewYear> Years);

/// <param name="RoomArea">Square metres; none while the year is not filled.</param>
/// <param name="RegisterCount">How many the register counts for the year now.</param>
/// <param name="Offered">How many it counted when this was saved.</param>
/// <param name="Revisions">All savings, newest first.</param>
internal sealed record OverviewYear(
    int Year, decimal? RoomArea, int? Technicians, int RegisterCount, int? Offered, string Reason, string By, DateTimeOffset? At, int Version, IReadOnlyList<OverviewRevisionRow> Revisions);

internal sealed record OverviewRevisionRow(int Version, decimal RoomArea, int Technicians, int Offered, string Reason, string By, DateTimeOffset At);

internal sealed class GetUnitOverviewsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/managing-units/{unitId:guid}/overviews", async (Guid unitId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetUnitOverviews(unitId), ct)))
        .RequirePermission(Permissions.UnitsRead, DataScope.Organisation);
}

internal sealed class GetUnitOverviewsHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<GetUnitOverviews, OverviewBook>
{
    public async Task<OverviewBook> Handle(GetUnitOverviews request, CancellationToken cancellationToken)
    {
        var unit = await db.Readable(user).Where(u => u.Id == request.UnitId).Select(u => new { u.Organisation.Name, u.ClosedOn }).SingleOrDefaultAsync(cancellationToken)
            ?? throw UnitProblems.UnitNotFound(request.UnitId);
        var revisions = (await db.OverviewRevisions.AsNoTracking().Where(r => r.UnitId == request.UnitId).OrderByDescending(r => r.Version).ToListAsync(cancellationToken)).ToLookup(r => r.Year);
        // A unit has hundreds of people, not millions: one read counts all years.
        var staff = await db.Staff.AsNoTracking().Where(m => m.UnitId == request.UnitId && m.FullTime).Select(m => new { m.JoinedOn, m.AnalystSince, m.LeftOn }).ToListAsync(cancellationToken);
        var today = clock.Today();
        var first = Math.Min(today.Year - 1, revisions.Select(year => year.Key).DefaultIfEmpty(today.Year).Min());
        var years = Enumerable.Range(first, today.Year - first + 1).Reverse().Select(year =>
        {
            var day = OnPostAt.DayOf(year, today);
            var counted = staff.Count(m => (m.JoinedOn is null || m.JoinedOn <= day) && (m.AnalystSince is null || m.AnalystSince <= year) && (m.LeftOn is null || m.LeftOn > day));
            var now = revisions[year].FirstOrDefault();
            return new OverviewYear(year, now?.RoomArea, now?.Technicians, counted, now?.Offered, now?.Reason ?? "", now?.By ?? "", now?.At, now?.Version ?? 0,
                [.. revisions[year].Select(r => new OverviewRevisionRow(r.Version, r.RoomArea, r.Technicians, r.Offered, r.Reason, r.By, r.At))]);
        });
        return new OverviewBook(request.UnitId, unit.Name, unit.ClosedOn is not null, [.. years]);
    }
}
