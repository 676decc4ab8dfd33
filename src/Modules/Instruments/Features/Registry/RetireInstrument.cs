using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Takes a listed instrument off the platform for good, e.g. scrapped or sold (I-4). Other modules hear of it and let go.</summary>
internal sealed record RetireInstrument(int Version, string Reason) : IRequest<SavedInstrument>
{
    internal Guid InstrumentId { get; init; }
}

internal sealed class RetireInstrumentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{instrumentId:guid}/retire", async (Guid instrumentId, RetireInstrument command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { InstrumentId = instrumentId }, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class RetireInstrumentValidator : AbstractValidator<RetireInstrument>
{
    public RetireInstrumentValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
}

internal sealed class RetireInstrumentHandler(InstrumentsDb db, CustomsSupervision customs, CurrentUser user, TimeProvider clock) : IRequestHandler<RetireInstrument, SavedInstrument>
{
    public async Task<SavedInstrument> Handle(RetireInstrument request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentInReach(request.InstrumentId, user, cancellationToken);
        var now = clock.GetUtcNow();
        var retired = instrument.Retire(request.Version, await customs.LeaveOf([instrument], cancellationToken), now, clock.Today());
        db.Keep(instrument, user, "retired", now, reason: request.Reason.Trim());
        db.Announce(instrument.Id, retired, now);
        db.Record(user, clock, "instrument.retired", instrument.Id, instrument.UnitPath, why: request.Reason);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedInstrument(instrument.Id, instrument.Version);
    }
}
