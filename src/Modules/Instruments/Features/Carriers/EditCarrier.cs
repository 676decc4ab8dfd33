using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Corrects a facility's, centre's or service unit's record; every changed field is kept with its old value (I-4). A new number goes into the records of its instruments.</summary>
/// <param name="Version">The version that was loaded; a clash loses nothing, it is answered with 409.</param>
internal sealed record EditCarrier(CarrierRecord Record, int Version) : IRequest<SavedCarrier>
{
    internal Guid CarrierId { get; init; }
}

internal sealed class EditCarrierEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/carriers/{carrierId:guid}", async (Guid carrierId, EditCarrier command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CarrierId = carrierId }, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation);
}

internal sealed class EditCarrierValidator : AbstractValidator<EditCarrier>
{
    public EditCarrierValidator() => RuleFor(c => c.Record).NotNull();
}

internal sealed class EditCarrierHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EditCarrier, SavedCarrier>
{
    public async Task<SavedCarrier> Handle(EditCarrier request, CancellationToken cancellationToken)
    {
        var carrier = await db.CarrierInReach(request.CarrierId, user, cancellationToken);
        var record = CarrierRules.Tidy(request.Record);
        RefuseWrong(carrier.Kind, record);
        var instruments = carrier.Number == record.Number ? [] : await db.InstrumentsOf(carrier).ToListAsync(cancellationToken);
        if (carrier.Number != record.Number && await db.Carriers.AnyAsync(
            c => c.UnitId == carrier.UnitId && c.Kind == carrier.Kind && c.Number == record.Number && c.Id != carrier.Id, cancellationToken))
            throw CarrierProblems.NumberTaken(record.Number!);

        var now = clock.GetUtcNow();
        var changes = carrier.Edit(record, request.Version, now);
        // Saving what is there already leaves no step behind.
        if (changes.Count == 0)
        {
            db.ChangeTracker.Clear();
            return new SavedCarrier(carrier.Id, request.Version);
        }

        foreach (var instrument in instruments) db.Keep(instrument, user, "carrierRenumbered", now, instrument.FollowCarrier(record.Number!, now));
        db.KeepCarrier(carrier, user, "edited", now, changes);
        db.Record(user, clock, "carrier.edited", carrier.Id, carrier.UnitPath,
            changes.ToDictionary(change => change.Field, change => change.Before, StringComparer.Ordinal),
            changes.ToDictionary(change => change.Field, change => change.After, StringComparer.Ordinal));
        await db.SaveChangesAsync(cancellationToken);
        return new SavedCarrier(carrier.Id, carrier.Version);
    }

    // Which fields are asked is known only with the kind, which stands in the registry.
    void RefuseWrong(CarrierType kind, CarrierRecord record)
    {
        var result = new CarrierRules(kind, clock).Validate(record);
        if (result.IsValid) return;
        foreach (var fault in result.Errors) fault.PropertyName = $"Record.{fault.PropertyName}";
        throw new ValidationException(result.Errors);
    }
}
