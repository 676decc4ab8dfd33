using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What holds for every entry of the repair log.</summary>
internal sealed class RepairRules : AbstractValidator<RepairFacts>
{
    /// <summary>Ten million yuan: above it, fen were taken for yuan.</summary>
    const long HighestCostFen = 1_000_000_000;

    public RepairRules(TimeProvider clock)
    {
        RuleFor(f => f.From).Must(day => day <= clock.Today() && day.Year >= 1980).WithErrorCode("repair.from").WithMessage("Not after today.");
        RuleFor(f => f.Until).Must((f, until) => until is null || until >= f.From && until <= clock.Today()).WithErrorCode("repair.until").WithMessage("Not before it began, not after today.");
        RuleFor(f => f.Fault).NotEmpty().MaximumLength(Repair.LongestFault);
        RuleFor(f => f.Work).MaximumLength(Repair.LongestWork);
        RuleFor(f => f.DoneBy).MaximumLength(Repair.LongestName);
        RuleFor(f => f.CostFen).InclusiveBetween(0, HighestCostFen);
    }
}

/// <summary>What repairs and the operating status have to do with each other.</summary>
internal static class RepairDesk
{
    public static async Task<Repair> RepairToChange(this InstrumentsDb db, Instrument instrument, Guid repairId, CancellationToken ct) =>
        await db.Repairs.SingleOrDefaultAsync(r => r.Id == repairId && r.InstrumentId == instrument.Id, ct) ?? throw InstrumentProblems.RepairNotFound(repairId);

    public static async Task DemandAttachment(this InstrumentsDb db, Guid instrumentId, Guid? attachmentId, CancellationToken ct)
    {
        if (attachmentId is { } id && !await db.Attachments.AnyAsync(a => a.Id == id && a.InstrumentId == instrumentId, ct)) throw InstrumentProblems.AttachmentNotFound(id);
    }

    /// <summary>What is taken into repair stands under repair from then on; what had that status keeps its day.</summary>
    public static void Begin(this InstrumentsDb db, Instrument instrument, Repair repair, DateOnly? expectedBackOn, CurrentUser user, TimeProvider clock)
    {
        var under = instrument.OperatingStatus == OperatingStatus.UnderRepair;
        db.Operate(instrument, OperatingStatus.UnderRepair, under ? instrument.StatusSince : Later(repair.From, instrument.StatusSince), expectedBackOn, repair.Fault, user, clock);
    }

    public static void ReturnToService(this InstrumentsDb db, Instrument instrument, Repair repair, CurrentUser user, TimeProvider clock)
    {
        if (instrument.OperatingStatus == OperatingStatus.UnderRepair)
            db.Operate(instrument, OperatingStatus.InService, Later(repair.Until!.Value, instrument.StatusSince), null, repair.Work, user, clock);
    }

    static void Operate(this InstrumentsDb db, Instrument instrument, OperatingStatus status, DateOnly? since, DateOnly? expectedBackOn, string? why, CurrentUser user, TimeProvider clock)
    {
        var (before, now) = (instrument.Copy(), clock.GetUtcNow());
        instrument.Operate(status, instrument.Version, now, since, expectedBackOn);
        db.KeepEdit(instrument, user, clock, "operated", now, FieldChange.Between(before, instrument), why);
    }

    static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;
}
