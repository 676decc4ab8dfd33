using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Instruments;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Corrects an instrument's record; every changed field is kept with its old value (I-4).</summary>
/// <param name="Version">The version that was loaded; a clash loses nothing, it is answered with 409.</param>
internal sealed record EditInstrument(InstrumentRecord Record, int Version) : IRequest<SavedInstrument>
{
    internal Guid InstrumentId { get; init; }
}

internal sealed class EditInstrumentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/{instrumentId:guid}", async (Guid instrumentId, EditInstrument command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { InstrumentId = instrumentId }, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation);
}

internal sealed class EditInstrumentValidator : AbstractValidator<EditInstrument>
{
    public EditInstrumentValidator()
    {
        RuleFor(c => c.Record).NotNull().SetValidator(new RecordRules());
        RuleFor(c => c.Record.NameZh).NotEmpty().When(c => c.Record is not null);
    }
}

internal sealed class EditInstrumentHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EditInstrument, SavedInstrument>
{
    public async Task<SavedInstrument> Handle(EditInstrument request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentInReach(request.InstrumentId, user, cancellationToken);
        var record = RecordRules.Tidy(request.Record);
        if (record.AssetNumber is not null && await db.Instruments.AnyAsync(
            i => i.UnitId == instrument.UnitId && i.AssetNumber == record.AssetNumber && i.Id != instrument.Id, cancellationToken))
            throw InstrumentProblems.AssetNumberTaken(record.AssetNumber);

        var now = clock.GetUtcNow();
        var changes = instrument.Edit(record, request.Version, now);
        // Saving what is there already leaves no step behind.
        if (changes.Count == 0)
        {
            db.ChangeTracker.Clear();
            return new SavedInstrument(instrument.Id, request.Version);
        }

        db.Keep(instrument, user, "edited", now, changes);
        if (instrument.LifeCycle == LifeCycle.Listed) db.Announce(instrument.Id, new InstrumentChanged(instrument.Id, instrument.UnitId), now);
        if (changes.Any(change => change.Field is "hoursYear" or "annualHours" or "externalHours") && instrument.DeclaredUsage() is { } usage)
            db.Announce(instrument.Id, usage, now);
        db.Record(user, clock, "instrument.edited", instrument.Id, instrument.UnitPath,
            changes.ToDictionary(change => change.Field, change => change.Before, StringComparer.Ordinal),
            changes.ToDictionary(change => change.Field, change => change.After, StringComparer.Ordinal));
        await db.SaveChangesAsync(cancellationToken);
        return new SavedInstrument(instrument.Id, instrument.Version);
    }
}
