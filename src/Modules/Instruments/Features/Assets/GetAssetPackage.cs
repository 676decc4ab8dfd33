using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>One package of asset cards: how it was read, and what was found (I-8).</summary>
internal sealed record GetAssetPackage(Guid PackageId) : IRequest<AssetPackageDetails>;

internal sealed class GetAssetPackageEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/assets/packages/{packageId:guid}", async (Guid packageId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetAssetPackage(packageId), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class GetAssetPackageHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<GetAssetPackage, AssetPackageDetails>
{
    public async Task<AssetPackageDetails> Handle(GetAssetPackage request, CancellationToken cancellationToken)
    {
        var package = await db.PackageInReach(request.PackageId, user, cancellationToken);
        var newest = !await db.AssetPackages.AnyAsync(p => p.UnitId == package.UnitId && p.State == PackageState.Taken && p.CreatedAt > package.CreatedAt, cancellationToken);
        return AssetPackageDetails.Of(package, (await db.TallyFindings([package.Id], cancellationToken))[package.Id], newest);
    }
}
