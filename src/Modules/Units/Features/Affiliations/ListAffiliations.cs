using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>With whom the units of my subtree are affiliated, declared by them or by the other side (U-6).</summary>
/// <param name="On">Only those that hold on this day.</param>
internal sealed record ListAffiliations(Guid? UnitId, DateOnly? On, int? Page, int? Size) : IRequest<Page<AffiliationRow>>;

/// <param name="Mine">Declared for a unit of mine, so mine to end.</param>
internal sealed record AffiliationRow(
    Guid Id, Guid UnitId, string UnitName, Guid OtherUnitId, string OtherUnitName, string OtherCreditCode, AffiliationKind Kind, DateOnly From, DateOnly? Until, string Note,
    string DeclaredBy, DateTimeOffset DeclaredAt, bool Mine, int Version);

internal sealed class ListAffiliationsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/affiliations", async ([AsParameters] ListAffiliations query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.UnitsRead, DataScope.Organisation);
}

internal sealed class ListAffiliationsHandler(UnitsDb db, CurrentUser user) : IRequestHandler<ListAffiliations, Page<AffiliationRow>>
{
    public Task<Page<AffiliationRow>> Handle(ListAffiliations request, CancellationToken cancellationToken)
    {
        var all = db.Affiliations.AsNoTracking()
            .Where(a => a.Unit.Organisation.Path.StartsWith(user.ScopePath) || a.OtherUnit.Organisation.Path.StartsWith(user.ScopePath));
        if (request.UnitId is { } unit) all = all.Where(a => a.UnitId == unit || a.OtherUnitId == unit);
        if (request.On is { } day) all = all.Where(a => a.From <= day && (a.Until == null || a.Until >= day));
        return all.OrderByDescending(a => a.From).ThenBy(a => a.Id)
            .Select(a => new AffiliationRow(
                a.Id, a.UnitId, a.Unit.Organisation.Name, a.OtherUnitId, a.OtherUnit.Organisation.Name, a.OtherUnit.CreditCode, a.Kind, a.From, a.Until, a.Note, a.DeclaredBy, a.DeclaredAt,
                a.Unit.Organisation.Path.StartsWith(user.ScopePath), a.Version))
            .ToPage(request.Page, request.Size, cancellationToken, count: all.CountAsync);
    }
}
