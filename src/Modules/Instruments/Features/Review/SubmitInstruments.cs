using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Hands drafts and mended instruments to the supervisor (I-4). What is incomplete stays behind and says what it lacks.</summary>
internal sealed record SubmitInstruments(IReadOnlyList<InstrumentVersion> Items) : IRequest<BulkReport>;

internal sealed class SubmitInstrumentsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/submit", async (SubmitInstruments command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class SubmitInstrumentsValidator : AbstractValidator<SubmitInstruments>
{
    public SubmitInstrumentsValidator() => this.RulesForItems(c => c.Items);
}

internal sealed class SubmitInstrumentsHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<SubmitInstruments, BulkReport>
{
    public Task<BulkReport> Handle(SubmitInstruments request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Bulk.Run(db, user, request.Items, (instrument, version) =>
        {
            instrument.Submit(version, now);
            db.Keep(instrument, user, "submitted", now);
            db.Record(user, clock, "instrument.submitted", instrument.Id, instrument.UnitPath);
        }, cancellationToken, submitted => db.TellSubmitted(submitted, now));
    }
}
