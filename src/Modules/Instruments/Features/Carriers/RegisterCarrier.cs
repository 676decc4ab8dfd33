using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Enters a facility, centre or service unit of a unit as a draft (I-1). What is missing may come later; what is there must be right.</summary>
/// <param name="UnitId">The owning unit; by default the caller's own.</param>
internal sealed record RegisterCarrier(Guid? UnitId, CarrierType Kind, CarrierRecord Record) : IRequest<SavedCarrier>;

internal sealed class RegisterCarrierEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/carriers", async (RegisterCarrier command, IMediator mediator, CancellationToken ct) =>
        {
            var saved = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/instruments/carriers/{saved.Id}", saved);
        })
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class RegisterCarrierValidator : AbstractValidator<RegisterCarrier>
{
    public RegisterCarrierValidator(TimeProvider clock)
    {
        RuleFor(c => c.Kind).Must(kind => CarrierFields.IsKind(kind)).WithErrorCode("carrier.kind").WithMessage("facility, instrumentCentre or serviceUnit.");
        RuleFor(c => c.Record).NotNull();
        foreach (var kind in CarrierFields.Kinds)
            RuleFor(c => c.Record).SetValidator(new CarrierRules(kind, clock)).When(c => c.Kind == kind && c.Record is not null);
    }
}

internal sealed class RegisterCarrierHandler(InstrumentsDb db, IUnitDirectory units, CurrentUser user, TimeProvider clock) : IRequestHandler<RegisterCarrier, SavedCarrier>
{
    public async Task<SavedCarrier> Handle(RegisterCarrier request, CancellationToken cancellationToken)
    {
        var unitId = request.UnitId ?? user.OrganisationId;
        var found = await units.FindMany([unitId], cancellationToken);
        if (!found.TryGetValue(unitId, out var unit) || unit.Closed || !user.Sees(unit.Path)) throw InstrumentProblems.UnitNotFound(unitId);

        var record = CarrierRules.Tidy(request.Record);
        if (await db.Carriers.AnyAsync(c => c.UnitId == unitId && c.Kind == request.Kind && c.Number == record.Number, cancellationToken)) throw CarrierProblems.NumberTaken(record.Number!);

        var now = clock.GetUtcNow();
        var carrier = Carrier.Draft(unit, request.Kind, record, now);
        db.Carriers.Add(carrier);
        db.KeepCarrier(carrier, user, "registered", now, FieldChange.Initial(carrier.Fields, carrier));
        db.Record(user, clock, "carrier.registered", carrier.Id, carrier.UnitPath, after: record);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedCarrier(carrier.Id, carrier.Version);
    }
}
