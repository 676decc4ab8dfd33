using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Contracts.Instruments;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Says what an instrument is doing: in service, idle, faulty, under repair. Done standing at the instrument, by whom it is entrusted to.</summary>
/// <param name="Note">Why.</param>
/// <param name="Since">Today unless said.</param>
/// <param name="ExpectedBackOn">From which day it should be in service again.</param>
internal sealed record SetOperatingStatus(OperatingStatus Status, string? Note, int Version, DateOnly? Since = null, DateOnly? ExpectedBackOn = null) : IRequest<SavedInstrument>
{
    internal Guid InstrumentId { get; init; }
}

internal sealed class SetOperatingStatusEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{instrumentId:guid}/operating-status", async (Guid instrumentId, SetOperatingStatus command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { InstrumentId = instrumentId }, ct)))
        .RequirePermission(Permissions.InstrumentsOperate, DataScope.Entrusted);
}

internal sealed class SetOperatingStatusValidator : AbstractValidator<SetOperatingStatus>
{
    public SetOperatingStatusValidator(TimeProvider clock)
    {
        RuleFor(c => c.Status).IsInEnum();
        RuleFor(c => c.Note).MaximumLength(500);
        this.RulesForStatusDays(clock, c => c.Since, c => c.ExpectedBackOn);
    }
}

internal sealed class SetOperatingStatusHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<SetOperatingStatus, SavedInstrument>
{
    public async Task<SavedInstrument> Handle(SetOperatingStatus request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentToOperate(request.InstrumentId, user, cancellationToken);
        var before = instrument.Copy();
        var now = clock.GetUtcNow();
        instrument.Operate(request.Status, request.Version, now, request.Since, request.ExpectedBackOn);
        db.Keep(instrument, user, "operated", now, FieldChange.Between(before, instrument), request.Note);
        if (instrument.LifeCycle == LifeCycle.Listed) db.Announce(instrument.Id, new InstrumentChanged(instrument.Id, instrument.UnitId), now);
        db.Record(user, clock, "instrument.operated", instrument.Id, instrument.UnitPath, new { before.OperatingStatus }, new { instrument.OperatingStatus, instrument.StatusSince, instrument.ExpectedBackOn }, request.Note);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedInstrument(instrument.Id, instrument.Version);
    }
}
