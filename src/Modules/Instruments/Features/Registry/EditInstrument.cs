using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
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
    public EditInstrumentValidator(TimeProvider clock)
    {
        RuleFor(c => c.Record).NotNull().SetValidator(new RecordRules(clock.Today));
        RuleFor(c => c.Record.NameZh).NotEmpty().When(c => c.Record is not null);
    }
}

internal sealed class EditInstrumentHandler(InstrumentsDb db, CustomsSupervision customs, CurrentUser user, TimeProvider clock) : IRequestHandler<EditInstrument, SavedInstrument>
{
    public async Task<SavedInstrument> Handle(EditInstrument request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentInReach(request.InstrumentId, user, cancellationToken);
        var record = RecordRules.Tidy(request.Record);
        if (record.AssetNumber is not null && await db.Instruments.AnyAsync(
            i => i.UnitId == instrument.UnitId && i.AssetNumber == record.AssetNumber && i.Id != instrument.Id, cancellationToken))
            throw InstrumentProblems.AssetNumberTaken(record.AssetNumber);

        (await customs.LeaveOf([instrument], cancellationToken)).RefuseUnlessAllowed(instrument, record);
        var now = clock.GetUtcNow();
        var changes = instrument.Edit(record, request.Version, now);
        // Saving what is there already leaves no step behind.
        if (changes.Count == 0)
        {
            db.ChangeTracker.Clear();
            return new SavedInstrument(instrument.Id, request.Version);
        }

        db.KeepEdit(instrument, user, clock, "edited", now, changes);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedInstrument(instrument.Id, instrument.Version);
    }
}
