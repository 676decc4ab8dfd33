using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>How a unit, or several, stand with the duty to open.</summary>
/// <param name="MustOpen">All that are under the duty, without those whose exemption is on record.</param>
/// <param name="Open">On the platform and shared.</param>
/// <param name="InTime">Of these: by their last day.</param>
/// <param name="Late">Of these: after it.</param>
/// <param name="Overdue">Not open though the last day has passed.</param>
internal sealed record OpenTally(int MustOpen, int Open, int InTime, int Late, int Overdue)
{
    /// <summary>开放率, 0 to 1: open of those that must be; null when there are none.</summary>
    public double? OpenRate => MustOpen == 0 ? null : (double)Open / MustOpen;

    /// <summary>按期入网率, 0 to 1: in time of those whose last day has passed or that are open; what has no day of acceptance cannot be judged and is left out.</summary>
    public double? InTimeRate => InTime + Late + Overdue == 0 ? null : (double)InTime / (InTime + Late + Overdue);

    public static OpenTally Sum(IEnumerable<OpenTally> tallies) => tallies.Aggregate(new OpenTally(0, 0, 0, 0, 0), (a, b) =>
        new OpenTally(a.MustOpen + b.MustOpen, a.Open + b.Open, a.InTime + b.InTime, a.Late + b.Late, a.Overdue + b.Overdue));
}

internal sealed record UnitTally(string Path, OpenTally Tally);

/// <param name="Clocks">By the path of each region.</param>
internal sealed record CountedRates(DateTimeOffset At, IReadOnlyList<UnitTally> Units, IReadOnlyDictionary<string, DutyClock> Clocks);

/// <summary>
/// The whole nation's tallies by unit, counted anew when they are older than half a minute and somebody asks: what is public is asked for
/// by anybody, and counting reads every instrument under the duty.
/// </summary>
internal sealed class OpenRates(IServiceScopeFactory scopes, TimeProvider clock)
{
    static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    readonly SemaphoreSlim _counting = new(1, 1);
    CountedRates? _last;

    public async Task<CountedRates> Now(CancellationToken ct)
    {
        if (Fresh() is { } known) return known;
        await _counting.WaitAsync(ct);
        try
        {
            return Fresh() ?? (_last = await Count(ct));
        }
        finally
        {
            _counting.Release();
        }
    }

    CountedRates? Fresh() => _last is { } last && clock.GetUtcNow() - last.At is var age && age >= TimeSpan.Zero && age < Kept ? last : null;

    async Task<CountedRates> Count(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InstrumentsDb>();
        var policies = scope.ServiceProvider.GetRequiredService<IPolicies>();
        var (at, today) = (clock.GetUtcNow(), clock.Today());
        var paths = await db.Instruments.AsNoTracking().Select(i => i.UnitPath.Substring(0, OrganisationPath.OfRegion)).Distinct().ToListAsync(ct);
        var clocks = (await policies.Periods(paths, ct)).ToDictionary(region => region.Key, region => new DutyClock(region.Value, today), StringComparer.Ordinal);
        var units = new Dictionary<string, OpenTally>(StringComparer.Ordinal);
        var lowest = clocks.Count == 0 ? 0 : clocks.Values.Min(region => region.ThresholdFen);
        var excused = db.ExcusedOn(today);
        var under = db.Instruments.AsNoTracking().Where(i => i.OriginalValueFen >= lowest && EF.Property<Openness>(i, InstrumentsDb.OpennessColumn) != Openness.Free)
            .Where(i => EF.Property<Openness>(i, InstrumentsDb.OpennessColumn) == Openness.Open || !excused.Any(id => id == i.Id))
            .Select(i => new { i.UnitPath, i.OriginalValueFen, i.AcceptedOn, i.ListedOn, Open = EF.Property<Openness>(i, InstrumentsDb.OpennessColumn) == Openness.Open });
        await foreach (var i in under.AsAsyncEnumerable().WithCancellation(ct))
        {
            var region = clocks[i.UnitPath[..OrganisationPath.OfRegion]];
            if (i.OriginalValueFen < region.ThresholdFen) continue;
            var due = region.DueOn(i.OriginalValueFen, i.AcceptedOn);
            var (inTime, late) = (i.Open && due is not null && i.ListedOn <= due, i.Open && due is not null && i.ListedOn > due);
            var tally = new OpenTally(1, i.Open ? 1 : 0, inTime ? 1 : 0, late ? 1 : 0, !i.Open && due < today ? 1 : 0);
            units[i.UnitPath] = units.TryGetValue(i.UnitPath, out var sofar) ? OpenTally.Sum([sofar, tally]) : tally;
        }

        return new CountedRates(at, [.. units.Select(unit => new UnitTally(unit.Key, unit.Value))], clocks);
    }
}
