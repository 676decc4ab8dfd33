using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Corrects an entry of the repair log, or ends a repair that was going on.</summary>
/// <param name="ReturnsToService">Ending it puts an instrument that stands under repair back into service.</param>
internal sealed record EditRepair(RepairFacts Facts, bool ReturnsToService, int Version) : IRequest<RepairRow>
{
    internal Guid InstrumentId { get; init; }

    internal Guid RepairId { get; init; }
}

internal sealed class EditRepairEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/{instrumentId:guid}/repairs/{repairId:guid}", async (Guid instrumentId, Guid repairId, EditRepair command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { InstrumentId = instrumentId, RepairId = repairId }, ct)))
        .RequirePermission(Permissions.InstrumentsOperate, DataScope.Entrusted);
}

internal sealed class EditRepairValidator : AbstractValidator<EditRepair>
{
    public EditRepairValidator(TimeProvider clock) => RuleFor(c => c.Facts).NotNull().SetValidator(new RepairRules(clock));
}

internal sealed class EditRepairHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EditRepair, RepairRow>
{
    public async Task<RepairRow> Handle(EditRepair request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentToOperate(request.InstrumentId, user, cancellationToken);
        var repair = await db.RepairToChange(instrument, request.RepairId, cancellationToken);
        if (instrument.LifeCycle == LifeCycle.Retired) throw InstrumentProblems.NotInState("operate", instrument.LifeCycle);
        if (request.Facts.AttachmentId != repair.AttachmentId) await db.DemandAttachment(instrument.Id, request.Facts.AttachmentId, cancellationToken);
        var (before, wasOngoing) = (repair.Facts, repair.Ongoing);
        repair.Edit(request.Facts, request.Version);
        if (repair.Ongoing && !wasOngoing && await db.Repairs.AnyAsync(r => r.InstrumentId == instrument.Id && r.Id != repair.Id && r.Until == null && r.StruckAt == null, cancellationToken))
            throw InstrumentProblems.RepairOngoing();
        if (wasOngoing && !repair.Ongoing && request.ReturnsToService) db.ReturnToService(instrument, repair, user, clock);
        db.Record(user, clock, "repair.edited", instrument.Id, instrument.UnitPath, new { repair.Id, Facts = before }, new { repair.Id, repair.Facts });
        await db.SaveChangesAsync(cancellationToken);
        return RepairRow.Of(repair, clock.Today());
    }
}
