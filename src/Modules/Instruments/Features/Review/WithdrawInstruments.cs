using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Takes submissions back before they are reviewed (I-4).</summary>
internal sealed record WithdrawInstruments(IReadOnlyList<InstrumentVersion> Items) : IRequest<BulkReport>;

internal sealed class WithdrawInstrumentsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/withdraw", async (WithdrawInstruments command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class WithdrawInstrumentsValidator : AbstractValidator<WithdrawInstruments>
{
    public WithdrawInstrumentsValidator() => this.RulesForItems(c => c.Items);
}

internal sealed class WithdrawInstrumentsHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawInstruments, BulkReport>
{
    public Task<BulkReport> Handle(WithdrawInstruments request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Bulk.Run(db, user, request.Items, (instrument, version) =>
        {
            instrument.Withdraw(version, now);
            db.Keep(instrument, user, "withdrawn", now);
            db.Record(user, clock, "instrument.withdrawn", instrument.Id, instrument.UnitPath);
        }, cancellationToken);
    }
}
