using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The supervisor approves: the instruments are on the platform 入网 from today (I-4).</summary>
internal sealed record ApproveInstruments(IReadOnlyList<InstrumentVersion> Items) : IRequest<BulkReport>;

internal sealed class ApproveInstrumentsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/approve", async (ApproveInstruments command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequirePermission(Permissions.InstrumentsReview, DataScope.Organisation)
        .Idempotent();
}

internal sealed class ApproveInstrumentsValidator : AbstractValidator<ApproveInstruments>
{
    public ApproveInstrumentsValidator() => this.RulesForItems(c => c.Items);
}

internal sealed class ApproveInstrumentsHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ApproveInstruments, BulkReport>
{
    public Task<BulkReport> Handle(ApproveInstruments request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Bulk.Run(db, user, request.Items, (instrument, version) =>
        {
            var listed = instrument.Approve(version, now, clock.Today());
            db.Keep(instrument, user, "approved", now);
            db.Announce(instrument.Id, listed, now);
            db.Record(user, clock, "instrument.approved", instrument.Id, instrument.UnitPath);
        }, cancellationToken, approved => db.TellApproved(approved, user, now));
    }
}
