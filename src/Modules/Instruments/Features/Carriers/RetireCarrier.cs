using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>A facility, centre or service unit leaves the platform for good; its instruments must have gone elsewhere before (I-4).</summary>
internal sealed record RetireCarrier(int Version, string Reason) : IRequest<SavedCarrier>
{
    internal Guid CarrierId { get; init; }
}

internal sealed class RetireCarrierEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/carriers/{carrierId:guid}/retire", async (Guid carrierId, RetireCarrier command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CarrierId = carrierId }, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class RetireCarrierValidator : AbstractValidator<RetireCarrier>
{
    public RetireCarrierValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(2000);
}

internal sealed class RetireCarrierHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<RetireCarrier, SavedCarrier>
{
    public async Task<SavedCarrier> Handle(RetireCarrier request, CancellationToken cancellationToken)
    {
        var carrier = await db.CarrierInReach(request.CarrierId, user, cancellationToken);
        var (now, reason) = (clock.GetUtcNow(), request.Reason.Trim());
        carrier.Retire(request.Version, await db.InstrumentsOf(carrier).CountAsync(cancellationToken), now, clock.Today());
        db.KeepCarrier(carrier, user, "retired", now, reason: reason);
        db.Record(user, clock, "carrier.retired", carrier.Id, carrier.UnitPath, why: reason);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedCarrier(carrier.Id, carrier.Version);
    }
}
