using System.Linq.Expressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>How far a repair is.</summary>
internal enum RepairState
{
    Ongoing,

    /// <summary>Going on though the instrument should be back by now.</summary>
    Overdue,
    Finished,
}

/// <summary>What the list of repairs and its export are narrowed by.</summary>
internal interface IRepairFilter
{
    string? Search { get; }

    Coded<RepairState>? State { get; }

    Guid? UnitId { get; }

    bool? Mine { get; }

    DateOnly? FromDay { get; }

    DateOnly? ToDay { get; }
}

internal class RepairFilterRules<T> : AbstractValidator<T>
    where T : IRepairFilter
{
    public RepairFilterRules() => RuleFor(q => q.Search).MaximumLength(200);
}

/// <summary>A repair with the instrument it is of.</summary>
internal sealed class RepairOfInstrument
{
    public required Repair Repair { get; init; }

    public required Instrument Instrument { get; init; }
}

internal static class RepairFilter
{
    public static readonly Sorts<RepairOfInstrument> Orders = new("-from", new Dictionary<string, Expression<Func<RepairOfInstrument, object?>>>(StringComparer.Ordinal)
    {
        ["from"] = r => r.Repair.From,
        ["until"] = r => r.Repair.Until,
        ["costFen"] = r => r.Repair.CostFen,
        ["nameZh"] = r => r.Instrument.NameZh,
        ["unitName"] = r => r.Instrument.UnitName,
    }, r => r.Repair.Id);

    /// <summary>The entries that stand, of the instruments of the caller's subtree.</summary>
    public static IQueryable<RepairOfInstrument> RepairsMatching(this InstrumentsDb db, IRepairFilter filter, CurrentUser user, DateOnly today)
    {
        var instruments = db.Instruments.AsNoTracking().Within(user);
        if (filter.UnitId is { } unit) instruments = instruments.Where(i => i.UnitId == unit);
        if (filter.Mine == true) instruments = instruments.EntrustedTo(user.AccountId, db);
        var found = db.Repairs.AsNoTracking().Where(r => r.StruckAt == null).Join(instruments, r => r.InstrumentId, i => i.Id, (r, i) => new RepairOfInstrument { Repair = r, Instrument = i });
        if (filter.FromDay is { } from) found = found.Where(r => r.Repair.Until == null || r.Repair.Until >= from);
        if (filter.ToDay is { } to) found = found.Where(r => r.Repair.From <= to);
        found = filter.State?.Value switch
        {
            RepairState.Ongoing => found.Where(r => r.Repair.Until == null),
            RepairState.Overdue => found.Where(r => r.Repair.Until == null && r.Instrument.ExpectedBackOn < today),
            RepairState.Finished => found.Where(r => r.Repair.Until != null),
            _ => found,
        };
        if (string.IsNullOrWhiteSpace(filter.Search)) return found;
        var part = filter.Search.Trim();
        return found.Where(r => r.Instrument.NameZh!.Contains(part) || r.Instrument.AssetNumber!.Contains(part) || r.Instrument.UnitName.Contains(part) || r.Repair.Fault.Contains(part) || r.Repair.DoneBy!.Contains(part));
    }
}
