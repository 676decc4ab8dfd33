using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Where a duty-free import stands with the customs.</summary>
internal enum CustomsState
{
    Supervised,

    /// <summary>Ends within <see cref="CustomsSupervision.SoonDays"/> days.</summary>
    EndingSoon,

    /// <summary>The years are over; the record still says that it is supervised.</summary>
    Over,
}

/// <summary>
/// Customs supervision 海关监管 of duty-free imports (I-3, IM 6): so many years from release, by policy. While it lasts, the instrument neither moves nor
/// leaves without a notice.
/// </summary>
internal sealed class CustomsSupervision(InstrumentsDb db, IPolicies policies, TimeProvider clock)
{
    public const int SoonDays = 90;

    /// <summary>The last day of supervision; null for what customs do not supervise, and while the day of release is not known.</summary>
    public static DateOnly? Until(InstrumentRecord record, int years) =>
        record is { CustomsSupervised: true, CustomsReleasedOn: { } released } ? released.AddYears(years) : null;

    public static CustomsState StateOn(DateOnly today, DateOnly until) =>
        until < today ? CustomsState.Over : until <= today.AddDays(SoonDays) ? CustomsState.EndingSoon : CustomsState.Supervised;

    /// <summary>The latest day of release whose supervision ends before the day. Leap days make it no mere subtraction.</summary>
    public static DateOnly LatestReleaseEndedBefore(DateOnly day, int years)
    {
        var release = day.AddYears(-years).AddDays(1);
        while (release.AddYears(years) >= day) release = release.AddDays(-1);
        return release;
    }

    public async Task<int> Years(string path, CancellationToken ct) => (await policies.On(clock.Today(), path, ct)).CustomsYears;

    /// <summary>What customs say of these instruments today.</summary>
    public async Task<CustomsLeave> LeaveOf(IEnumerable<Instrument> instruments, CancellationToken ct)
    {
        var today = clock.Today();
        var bound = instruments.Where(CustomsLeave.Binds).ToList();
        var years = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in bound.Select(i => i.UnitPath).Distinct(StringComparer.Ordinal)) years[path] = await Years(path, ct);
        var until = bound.Select(i => (i.Id, Until: Until(i, years[i.UnitPath]))).Where(i => i.Until >= today).ToDictionary(i => i.Id, i => i.Until!.Value);
        if (until.Count == 0) return new CustomsLeave(today, until, []);
        return new CustomsLeave(today, until, await db.CustomsNotices.AsNoTracking().Where(n => until.Keys.Contains(n.InstrumentId)).ToListAsync(ct));
    }
}

/// <summary>What customs say of some instruments on a day. The registry asks it of all that would move or leave, so that no way around it is left.</summary>
/// <param name="until">The last day of those that are supervised on that day.</param>
/// <param name="notices">Theirs.</param>
internal sealed class CustomsLeave(DateOnly today, IReadOnlyDictionary<Guid, DateOnly> until, IReadOnlyList<CustomsNotice> notices)
{
    /// <summary>Drafts are still being written down and are corrected freely.</summary>
    public static bool Binds(Instrument instrument) => instrument is { LifeCycle: LifeCycle.Listed, CustomsSupervised: true };

    /// <exception cref="Problem">Customs have not allowed it.</exception>
    /// <param name="after">The record as it would be; null when the instrument leaves the platform.</param>
    public void RefuseUnlessAllowed(Instrument instrument, InstrumentRecord? after)
    {
        if (!Binds(instrument) || !until.TryGetValue(instrument.Id, out var last)) return;
        var moves = after is not null && (after.RegionCode != instrument.RegionCode || after.Street != instrument.Street);
        var leaves = after is not { CustomsSupervised: true };
        if (!moves && !leaves || Allowed(instrument.Id, CustomsMatter.Released)) return;
        if (leaves) throw InstrumentProblems.StillSupervised(last);
        if (!Allowed(instrument.Id, CustomsMatter.Moved)) throw InstrumentProblems.MoveNeedsNotice(last);
    }

    bool Allowed(Guid instrumentId, CustomsMatter matter) => notices.Any(n => n.InstrumentId == instrumentId && n.Allows(matter, today));
}
