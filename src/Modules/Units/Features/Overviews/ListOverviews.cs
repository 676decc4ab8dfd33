using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Which units of my subtree have filled a year's overview and with what, and which have not (U-2).</summary>
/// <param name="Year">Last year where none is given.</param>
/// <param name="Sort">name, roomArea, technicians, at; with a leading minus descending.</param>
internal sealed record ListOverviews(int? Year, bool? Filled, string? Search, string? Sort, int? Page, int? Size) : IRequest<OverviewPage>, IOverviewFilter;

/// <param name="Filled">Of all open units of my subtree, how many have filled the year.</param>
internal sealed record OverviewPage(IReadOnlyList<OverviewRow> Items, int Total, int Page, int Size, int Year, int Filled, int Units);

/// <param name="RoomArea">Square metres; none where the year is not filled.</param>
internal sealed record OverviewRow(
    Guid UnitId, string UnitName, string? SupervisorName, decimal? RoomArea, int? Technicians, int? Offered, string? Reason, string? By, DateTimeOffset? At, decimal? RoomAreaBefore, int? TechniciansBefore);

internal sealed class ListOverviewsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/overviews", async ([AsParameters] ListOverviews query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.UnitsRead, DataScope.Organisation);
}

internal sealed class ListOverviewsValidator : AbstractValidator<ListOverviews>
{
    public ListOverviewsValidator() => this.RulesForOverviews();
}

internal sealed class ListOverviewsHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ListOverviews, OverviewPage>
{
    public async Task<OverviewPage> Handle(ListOverviews request, CancellationToken cancellationToken)
    {
        var year = request.Year ?? clock.Today().Year - 1;
        var rows = db.OverviewsOf(year, user, request);
        var page = await OverviewFilter.Orders.Apply(rows, request.Sort).Select(OverviewFilter.Row).ToPage(request.Page, request.Size, cancellationToken, count: rows.CountAsync);
        var open = db.ManagingUnits.Where(u => u.Organisation.Path.StartsWith(user.ScopePath) && u.ClosedOn == null);
        var counts = await open.GroupBy(_ => 1)
            .Select(all => new { Units = all.Count(), Filled = all.Count(u => db.Overviews.Any(o => o.UnitId == u.Id && o.Year == year)) }).SingleOrDefaultAsync(cancellationToken);
        return new OverviewPage(page.Items, page.Total, page.Number, page.Size, year, counts?.Filled ?? 0, counts?.Units ?? 0);
    }
}
