using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>In the demo only: the package that the unit's asset system would give out a year after the last one, to be sent in and compared.</summary>
internal sealed record DownloadDemoAssetPackage : IRequest<DemoPackageFile>;

internal sealed record DemoPackageFile(string Name, byte[] Content);

internal sealed class DownloadDemoAssetPackageEndpoint : IEndpoint
{
    const string Zip = "application/zip";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/assets/demo-package", async (IMediator mediator, CancellationToken ct) =>
        {
            var file = await mediator.Send(new DownloadDemoAssetPackage(), ct);
            return TypedResults.File(file.Content, Zip, file.Name);
        })
        .Produces(StatusCodes.Status200OK, contentType: Zip)
        .RequirePermission(Permissions.InstrumentsImport, DataScope.OwnOrganisation);
}

internal sealed class DownloadDemoAssetPackageHandler(InstrumentsDb db, IConfiguration configuration, CurrentUser user, TimeProvider clock) : IRequestHandler<DownloadDemoAssetPackage, DemoPackageFile>
{
    public async Task<DemoPackageFile> Handle(DownloadDemoAssetPackage request, CancellationToken cancellationToken)
    {
        if (!configuration.GetValue<bool>("Demo:Enabled")) throw Problem.NotFound("package", "demo");
        var cards = await db.AssetCards.AsNoTracking().Within(user).Where(c => c.UnitId == user.OrganisationId && c.GoneAt == null).OrderBy(c => c.CardNumber).ToListAsync(cancellationToken);
        var linked = cards.Select(c => c.InstrumentId).OfType<Guid>().ToList();
        var cardless = await db.Instruments.AsNoTracking().Within(user)
            .Where(i => i.UnitId == user.OrganisationId && i.LifeCycle == LifeCycle.Listed && i.OriginalValueFen >= 50_000_000 && !linked.Contains(i.Id))
            .OrderBy(i => i.AssetNumber).FirstOrDefaultAsync(cancellationToken);
        var name = $"{user.OrganisationName}资产卡片{clock.Today().Year}";
        return new DemoPackageFile($"{name}.zip", DemoCards.Package(await DemoCards.Workbook(DemoCards.SecondYear(cards, cardless, clock.Today()), cancellationToken), name));
    }
}
