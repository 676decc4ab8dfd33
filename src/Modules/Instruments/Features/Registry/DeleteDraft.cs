using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Throws a draft away that was never submitted. Its lines in the audit trail stay, with what it said.</summary>
internal sealed record DeleteDraft(Guid InstrumentId, int Version) : IRequest;

internal sealed class DeleteDraftEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/{instrumentId:guid}", async (Guid instrumentId, int version, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DeleteDraft(instrumentId, version), ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation);
}

internal sealed class DeleteDraftHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<DeleteDraft>
{
    protected override async Task Handle(DeleteDraft request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentInReach(request.InstrumentId, user, cancellationToken);
        instrument.RefuseUnlessDiscardable(request.Version);
        db.Instruments.Remove(instrument);
        db.Record(user, clock, "instrument.deleted", instrument.Id, instrument.UnitPath, before: instrument.Copy());
        await db.SaveChangesAsync(cancellationToken);
    }
}
