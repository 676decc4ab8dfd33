using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The whole life of a facility, centre or service unit, newest step first, each with what it changed (I-4).</summary>
internal sealed record GetCarrierHistory(Guid CarrierId, int? Page, int? Size) : IRequest<Page<RevisionRow>>;

internal sealed class GetCarrierHistoryEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/carriers/{carrierId:guid}/history", async (Guid carrierId, int? page, int? size, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new GetCarrierHistory(carrierId, page, size), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class GetCarrierHistoryHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<GetCarrierHistory, Page<RevisionRow>>
{
    public async Task<Page<RevisionRow>> Handle(GetCarrierHistory request, CancellationToken cancellationToken)
    {
        if (!await db.Carriers.Within(user).AnyAsync(c => c.Id == request.CarrierId, cancellationToken)) throw CarrierProblems.NotFound(request.CarrierId);
        return await db.CarrierRevisions.AsNoTracking()
            .Where(r => r.CarrierId == request.CarrierId)
            .OrderByDescending(r => r.Version)
            .Select(r => new RevisionRow(r.Version, r.At, r.AccountName, r.OrganisationName, r.Action, r.Reason, r.Changes, r.Remarks))
            .ToPage(request.Page, request.Size, cancellationToken);
    }
}
