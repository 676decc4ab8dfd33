using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The check of one instrument as it was frozen with the case: every hit and why it is one .</summary>
internal sealed record GetWishCheck(Guid CaseId, Guid WishId) : IRequest<FrozenCheck>;

internal sealed class GetWishCheckEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/cases/{caseId:guid}/wishes/{wishId:guid}/check", async (Guid caseId, Guid wishId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new GetWishCheck(caseId, wishId), ct)))
        .RequirePermission(Permissions.PurchasesRead, DataScope.Organisation);
}

internal sealed class GetWishCheckHandler(CaseReach reach) : IRequestHandler<GetWishCheck, FrozenCheck>
{
    public async Task<FrozenCheck> Handle(GetWishCheck request, CancellationToken cancellationToken)
    {
        var wish = await (await reach.Dossiers(cancellationToken)).AsNoTracking().Where(c => c.Id == request.CaseId).SelectMany(c => c.Wishes).SingleOrDefaultAsync(w => w.Id == request.WishId, cancellationToken);
        return wish is null ? throw Problem.NotFound("wish", request.WishId) : WishChecks.Read(wish) ?? throw Problem.NotFound("check", request.WishId);
    }
}
