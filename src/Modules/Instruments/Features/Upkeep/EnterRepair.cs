using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Writes a repair into an instrument's log (I-4). One that is going on puts the instrument under repair, for everybody to see.</summary>
/// <param name="ExpectedBackOn">For one that is going on: from which day the instrument should be in service again.</param>
internal sealed record EnterRepair(RepairFacts Facts, DateOnly? ExpectedBackOn) : IRequest<RepairRow>
{
    internal Guid InstrumentId { get; init; }
}

internal sealed class EnterRepairEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{instrumentId:guid}/repairs", async (Guid instrumentId, EnterRepair command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Created($"/api/instruments/{instrumentId}/upkeep", await mediator.Send(command with { InstrumentId = instrumentId }, ct)))
        .RequirePermission(Permissions.InstrumentsOperate, DataScope.Entrusted)
        .Idempotent();
}

internal sealed class EnterRepairValidator : AbstractValidator<EnterRepair>
{
    public EnterRepairValidator(TimeProvider clock)
    {
        RuleFor(c => c.Facts).NotNull().SetValidator(new RepairRules(clock));
        RuleFor(c => c.ExpectedBackOn).Must((c, day) => day is null || c.Facts is null || day >= c.Facts.From).WithErrorCode("status.back-on").WithMessage("Not before the repair begins.");
    }
}

internal sealed class EnterRepairHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EnterRepair, RepairRow>
{
    public async Task<RepairRow> Handle(EnterRepair request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentToOperate(request.InstrumentId, user, cancellationToken);
        if (instrument.LifeCycle == LifeCycle.Retired) throw InstrumentProblems.NotInState("operate", instrument.LifeCycle);
        await db.DemandAttachment(instrument.Id, request.Facts.AttachmentId, cancellationToken);
        var repair = Repair.Enter(instrument.Id, request.Facts, user.DisplayName, clock.GetUtcNow());
        if (repair.Ongoing)
        {
            if (await db.Repairs.AnyAsync(r => r.InstrumentId == instrument.Id && r.Until == null && r.StruckAt == null, cancellationToken)) throw InstrumentProblems.RepairOngoing();
            db.Begin(instrument, repair, request.ExpectedBackOn, user, clock);
        }

        db.Repairs.Add(repair);
        db.Record(user, clock, "repair.entered", instrument.Id, instrument.UnitPath, after: new { repair.Id, repair.Facts }, why: repair.Fault);
        await db.SaveChangesAsync(cancellationToken);
        return RepairRow.Of(repair, clock.Today());
    }
}
