using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Hands a complete draft or a mended record of a facility, centre or service unit to the supervisor (I-4), or takes it back before it is reviewed.</summary>
/// <param name="Withdraw">Takes it back.</param>
internal sealed record SubmitCarrier(int Version, bool Withdraw) : IRequest<SavedCarrier>
{
    internal Guid CarrierId { get; init; }
}

internal sealed class SubmitCarrierEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/carriers/{carrierId:guid}/submit", async (Guid carrierId, SubmitCarrier command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CarrierId = carrierId }, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class SubmitCarrierHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<SubmitCarrier, SavedCarrier>
{
    public async Task<SavedCarrier> Handle(SubmitCarrier request, CancellationToken cancellationToken)
    {
        var carrier = await db.CarrierInReach(request.CarrierId, user, cancellationToken);
        var now = clock.GetUtcNow();
        if (request.Withdraw)
        {
            carrier.Withdraw(request.Version, now);
            db.KeepCarrier(carrier, user, "withdrawn", now);
            db.Record(user, clock, "carrier.withdrawn", carrier.Id, carrier.UnitPath);
        }
        else
        {
            carrier.Submit(request.Version, now);
            db.KeepCarrier(carrier, user, "submitted", now);
            db.Record(user, clock, "carrier.submitted", carrier.Id, carrier.UnitPath);
            db.TellCarrier(carrier, "submitted", "", now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new SavedCarrier(carrier.Id, carrier.Version);
    }
}
