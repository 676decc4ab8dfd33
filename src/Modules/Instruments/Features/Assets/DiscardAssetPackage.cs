using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Throws a package away that was compared and not taken over. Its line in the audit trail stays.</summary>
internal sealed record DiscardAssetPackage(Guid PackageId, int Version) : IRequest;

internal sealed class DiscardAssetPackageEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/assets/packages/{packageId:guid}", async (Guid packageId, int version, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DiscardAssetPackage(packageId, version), ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation);
}

internal sealed class DiscardAssetPackageHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<DiscardAssetPackage>
{
    protected override async Task Handle(DiscardAssetPackage request, CancellationToken cancellationToken)
    {
        var package = await db.PackageInReach(request.PackageId, user, cancellationToken);
        package.RefuseUnlessOpen(request.Version);
        db.AssetPackages.Remove(package);
        db.Record(user, clock, "assets.discarded", package.Id, package.UnitPath, before: new { package.FileName, package.FileHash, package.Counts });
        await db.SaveChangesAsync(cancellationToken);
    }
}
