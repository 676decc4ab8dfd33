using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Throws a draft of a facility, centre or service unit away to which no instrument belongs. Its line in the audit trail stays, with what it said.</summary>
internal sealed record DeleteCarrierDraft(Guid CarrierId, int Version) : IRequest;

internal sealed class DeleteCarrierDraftEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/carriers/{carrierId:guid}", async (Guid carrierId, int version, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DeleteCarrierDraft(carrierId, version), ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation);
}

internal sealed class DeleteCarrierDraftHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<DeleteCarrierDraft>
{
    protected override async Task Handle(DeleteCarrierDraft request, CancellationToken cancellationToken)
    {
        var carrier = await db.CarrierInReach(request.CarrierId, user, cancellationToken);
        carrier.RefuseUnlessDiscardable(request.Version, await db.InstrumentsOf(carrier).CountAsync(cancellationToken));
        db.Carriers.Remove(carrier);
        db.Record(user, clock, "carrier.deleted", carrier.Id, carrier.UnitPath, before: carrier.Copy());
        await db.SaveChangesAsync(cancellationToken);
    }
}
