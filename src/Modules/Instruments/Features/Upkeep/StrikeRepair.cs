using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Strikes out an entry that was made wrongly; it stays to be read, and counts no more.</summary>
internal sealed record StrikeRepair(string Reason, int Version) : IRequest<RepairRow>
{
    internal Guid InstrumentId { get; init; }

    internal Guid RepairId { get; init; }
}

internal sealed class StrikeRepairEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{instrumentId:guid}/repairs/{repairId:guid}/strike", async (Guid instrumentId, Guid repairId, StrikeRepair command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { InstrumentId = instrumentId, RepairId = repairId }, ct)))
        .RequirePermission(Permissions.InstrumentsOperate, DataScope.Entrusted);
}

internal sealed class StrikeRepairValidator : AbstractValidator<StrikeRepair>
{
    public StrikeRepairValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
}

internal sealed class StrikeRepairHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<StrikeRepair, RepairRow>
{
    public async Task<RepairRow> Handle(StrikeRepair request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentToOperate(request.InstrumentId, user, cancellationToken);
        var repair = await db.RepairToChange(instrument, request.RepairId, cancellationToken);
        repair.Strike(request.Reason.Trim(), request.Version, clock.GetUtcNow());
        db.Record(user, clock, "repair.struck", instrument.Id, instrument.UnitPath, before: new { repair.Id, repair.Facts }, why: request.Reason.Trim());
        await db.SaveChangesAsync(cancellationToken);
        return RepairRow.Of(repair, clock.Today());
    }
}
