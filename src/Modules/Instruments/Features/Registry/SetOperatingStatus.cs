using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Contracts.Instruments;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Says what an instrument is doing: in service, idle, faulty, under repair. Done standing at the instrument.</summary>
internal sealed record SetOperatingStatus(OperatingStatus Status, string? Note, int Version) : IRequest<SavedInstrument>
{
    internal Guid InstrumentId { get; init; }
}

internal sealed class SetOperatingStatusEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{instrumentId:guid}/operating-status", async (Guid instrumentId, SetOperatingStatus command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { InstrumentId = instrumentId }, ct)))
        .RequirePermission(Permissions.InstrumentsOperate, DataScope.Organisation);
}

internal sealed class SetOperatingStatusValidator : AbstractValidator<SetOperatingStatus>
{
    public SetOperatingStatusValidator()
    {
        RuleFor(c => c.Status).IsInEnum();
        RuleFor(c => c.Note).MaximumLength(500);
    }
}

internal sealed class SetOperatingStatusHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<SetOperatingStatus, SavedInstrument>
{
    public async Task<SavedInstrument> Handle(SetOperatingStatus request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentInReach(request.InstrumentId, user, cancellationToken);
        var before = instrument.Copy();
        var now = clock.GetUtcNow();
        instrument.Operate(request.Status, request.Version, now);
        db.Keep(instrument, user, "operated", now, FieldChange.Between(before, instrument), request.Note);
        if (instrument.LifeCycle == LifeCycle.Listed) db.Announce(instrument.Id, new InstrumentChanged(instrument.Id, instrument.UnitId), now);
        db.Record(user, clock, "instrument.operated", instrument.Id, instrument.UnitPath, new { before.OperatingStatus }, new { instrument.OperatingStatus }, request.Note);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedInstrument(instrument.Id, instrument.Version);
    }
}
