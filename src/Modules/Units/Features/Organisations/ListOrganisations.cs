using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>The subtree of organisations I work in, as flat rows in tree order (U-11).</summary>
internal sealed record ListOrganisations : IRequest<IReadOnlyList<OrganisationRow>>;

/// <param name="ParentId">Null for the top of the subtree that is shown.</param>
/// <param name="Units">How many managing units stand directly below.</param>
internal sealed record OrganisationRow(Guid Id, Guid? ParentId, string Name, Tier Tier, string RegionCode, int Units, int Version);

internal sealed class ListOrganisationsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/organisations", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListOrganisations(), ct)))
        .RequirePermission(Permissions.UnitsRead, DataScope.Organisation);
}

internal sealed class ListOrganisationsHandler(UnitsDb db, CurrentUser user) : IRequestHandler<ListOrganisations, IReadOnlyList<OrganisationRow>>
{
    public async Task<IReadOnlyList<OrganisationRow>> Handle(ListOrganisations request, CancellationToken cancellationToken)
    {
        // Units themselves are listed page by page in ListManagingUnits; the tree of those who supervise stays small.
        var rows = await db.Organisations.AsNoTracking()
            .Where(o => o.Path.StartsWith(user.ScopePath) && (o.Tier != Tier.Unit || o.Id == user.OrganisationId))
            .OrderBy(o => o.Path)
            .Select(o => new OrganisationRow(o.Id, o.ParentId, o.Name, o.Tier, o.RegionCode,
                db.Organisations.Count(child => child.ParentId == o.Id && child.Tier == Tier.Unit), o.Version))
            .ToListAsync(cancellationToken);
        var shown = rows.Select(row => row.Id).ToHashSet();
        return [.. rows.Select(row => row.ParentId is { } parent && shown.Contains(parent) ? row : row with { ParentId = null })];
    }
}
