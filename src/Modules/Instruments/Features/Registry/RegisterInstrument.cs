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

/// <summary>Enters an instrument into the registry as a draft (I-2). What is missing may come later; what is there must be right.</summary>
/// <param name="UnitId">The owning unit; by default the caller's own.</param>
internal sealed record RegisterInstrument(Guid? UnitId, InstrumentRecord Record) : IRequest<SavedInstrument>;

internal sealed record SavedInstrument(Guid Id, int Version);

internal sealed class RegisterInstrumentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/", async (RegisterInstrument command, IMediator mediator, CancellationToken ct) =>
        {
            var saved = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/instruments/{saved.Id}", saved);
        })
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class RegisterInstrumentValidator : AbstractValidator<RegisterInstrument>
{
    public RegisterInstrumentValidator(TimeProvider clock)
    {
        RuleFor(c => c.Record).NotNull().SetValidator(new RecordRules(clock.Today));
        RuleFor(c => c.Record.NameZh).NotEmpty().When(c => c.Record is not null);
    }
}

internal sealed class RegisterInstrumentHandler(InstrumentsDb db, IUnitDirectory units, CurrentUser user, TimeProvider clock)
    : IRequestHandler<RegisterInstrument, SavedInstrument>
{
    public async Task<SavedInstrument> Handle(RegisterInstrument request, CancellationToken cancellationToken)
    {
        var unitId = request.UnitId ?? user.OrganisationId;
        var found = await units.FindMany([unitId], cancellationToken);
        if (!found.TryGetValue(unitId, out var unit) || unit.Closed || !user.Sees(unit.Path)) throw InstrumentProblems.UnitNotFound(unitId);

        var record = RecordRules.Tidy(request.Record);
        if (record.AssetNumber is not null && await db.Instruments.AnyAsync(i => i.UnitId == unitId && i.AssetNumber == record.AssetNumber, cancellationToken))
            throw InstrumentProblems.AssetNumberTaken(record.AssetNumber);

        var now = clock.GetUtcNow();
        var instrument = Instrument.Draft(unit, record, now);
        db.Instruments.Add(instrument);
        db.Keep(instrument, user, "registered", now, FieldChange.Initial(instrument));
        if (instrument.DeclaredUsage() is { } usage) db.Announce(instrument.Id, usage, now);
        db.Record(user, clock, "instrument.registered", instrument.Id, instrument.UnitPath, after: record);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedInstrument(instrument.Id, instrument.Version);
    }
}
