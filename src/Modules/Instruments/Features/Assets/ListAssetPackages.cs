using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The packages of asset cards that were sent in, newest first: who, when, what was found, what was done (I-8).</summary>
internal sealed record ListAssetPackages(Guid? UnitId, int? Page, int? Size) : IRequest<Page<AssetPackageRow>>;

internal sealed record AssetPackageRow(
    Guid Id, Guid UnitId, string UnitName, string FileName, DateTimeOffset CreatedAt, string By, PackageState State, DateTimeOffset? TakenAt, PackageCounts Counts, IReadOnlyList<FindingTally> Findings, int Version);

internal sealed class ListAssetPackagesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/assets/packages", async ([AsParameters] ListAssetPackages query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ListAssetPackagesHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<ListAssetPackages, Page<AssetPackageRow>>
{
    public async Task<Page<AssetPackageRow>> Handle(ListAssetPackages request, CancellationToken cancellationToken)
    {
        var packages = db.AssetPackages.AsNoTracking().Within(user);
        if (request.UnitId is { } unit) packages = packages.Where(p => p.UnitId == unit);
        var page = await packages.OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id)
            .Select(p => new { p.Id, p.UnitId, p.UnitName, p.FileName, p.CreatedAt, p.AccountName, p.State, p.TakenAt, p.Counts, p.Version })
            .ToPage(request.Page, request.Size, cancellationToken);
        var findings = await db.TallyFindings([.. page.Items.Select(p => p.Id)], cancellationToken);
        return new Page<AssetPackageRow>(
            [.. page.Items.Select(p => new AssetPackageRow(p.Id, p.UnitId, p.UnitName, p.FileName, p.CreatedAt, p.AccountName, p.State, p.TakenAt, p.Counts, [.. findings[p.Id].OrderBy(f => f.Kind).ThenBy(f => f.State)], p.Version))],
            page.Total, page.Number, page.Size);
    }
}
