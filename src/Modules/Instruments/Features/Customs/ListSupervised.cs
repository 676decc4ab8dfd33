using System.Linq.Expressions;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The duty-free imports of my subtree that customs supervise, those that end first on top (I-3).</summary>
/// <param name="Search">Part of the name, the asset number, the declaration's number or the unit's name.</param>
/// <param name="Sort">until, nameZh, unitName; with a leading minus descending.</param>
internal sealed record ListSupervised(string? Search, Coded<CustomsState>? State, Guid? UnitId, string? Sort, int? Page, int? Size) : IRequest<Page<SupervisedRow>>;

/// <param name="Until">The last day of supervision.</param>
/// <param name="Notices">How many notices of the customs stand in its record.</param>
internal sealed record SupervisedRow(
    Guid Id, string? NameZh, string? Model, string? AssetNumber, Guid UnitId, string UnitName, string? DeclarationNumber, DateOnly ReleasedOn, DateOnly Until, CustomsState State, int Notices,
    LifeCycle LifeCycle, int Version);

internal sealed class ListSupervisedEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/customs", async ([AsParameters] ListSupervised query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ListSupervisedHandler(InstrumentsDb db, CustomsSupervision customs, CurrentUser user, TimeProvider clock) : IRequestHandler<ListSupervised, Page<SupervisedRow>>
{
    public static readonly Sorts<Instrument> Orders = new("until", new Dictionary<string, Expression<Func<Instrument, object?>>>(StringComparer.Ordinal)
    {
        ["until"] = i => i.CustomsReleasedOn,
        ["nameZh"] = i => i.NameZh,
        ["unitName"] = i => i.UnitName,
    }, i => i.Id);

    public async Task<Page<SupervisedRow>> Handle(ListSupervised request, CancellationToken cancellationToken)
    {
        var (today, years) = (clock.Today(), await customs.Years(user.ScopePath, cancellationToken));
        var found = db.Supervised(user, request.Search, request.State?.Value, request.UnitId, today, years);
        var page = await Orders.Apply(found, request.Sort)
            .Select(i => new
            {
                i.Id, i.NameZh, i.Model, i.AssetNumber, i.UnitId, i.UnitName, i.CustomsDeclarationNumber, i.CustomsReleasedOn, i.LifeCycle, i.Version,
                Notices = db.CustomsNotices.Count(n => n.InstrumentId == i.Id && n.StruckAt == null),
            })
            .ToPage(request.Page, request.Size, cancellationToken);
        return new Page<SupervisedRow>([.. page.Items.Select(i =>
        {
            var until = i.CustomsReleasedOn!.Value.AddYears(years);
            return new SupervisedRow(
                i.Id, i.NameZh, i.Model, i.AssetNumber, i.UnitId, i.UnitName, i.CustomsDeclarationNumber, i.CustomsReleasedOn.Value, until, CustomsSupervision.StateOn(today, until), i.Notices,
                i.LifeCycle, i.Version);
        })], page.Total, page.Number, page.Size);
    }
}
