using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>The region's leagues, cities and counties (GB/T 2260), for filters and addresses.</summary>
internal sealed record ListRegions : IRequest<IReadOnlyList<RegionRow>>;

internal sealed record RegionRow(string Code, string? ParentCode, string Name, RegionLevel Level);

internal sealed class ListRegionsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/regions", async (IMediator mediator, HttpContext http, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=3600";
            return TypedResults.Ok(await mediator.Send(new ListRegions(), ct));
        })
        .Public();
}

internal sealed class ListRegionsHandler : IRequestHandler<ListRegions, IReadOnlyList<RegionRow>>
{
    public Task<IReadOnlyList<RegionRow>> Handle(ListRegions request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RegionRow>>([.. Regions.All.Select(region => new RegionRow(region.Code, region.ParentCode, region.NameZh, region.Level))]);
}
