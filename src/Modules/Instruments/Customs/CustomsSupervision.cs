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

    /// <summary>Refuses what customs have not allowed. Drafts are still being written down and are corrected freely.</summary>
    /// <param name="after">The record as it would be; null when the instrument leaves the platform.</param>
    public async Task RefuseUnlessAllowed(Instrument instrument, InstrumentRecord? after, CancellationToken ct)
    {
        if (instrument is not { LifeCycle: LifeCycle.Listed, CustomsSupervised: true }) return;
        var moves = after is not null && (after.RegionCode != instrument.RegionCode || after.Street != instrument.Street);
        var leaves = after is not { CustomsSupervised: true };
        if (!moves && !leaves) return;

        var today = clock.Today();
        if (Until(instrument, await Years(instrument.UnitPath, ct)) is not { } until || until < today) return;
        var notices = await db.CustomsNotices.AsNoTracking().Where(n => n.InstrumentId == instrument.Id).ToListAsync(ct);
        if (notices.Any(n => n.Allows(CustomsMatter.Released, today))) return;
        if (leaves) throw InstrumentProblems.StillSupervised(until);
        if (!notices.Any(n => n.Allows(CustomsMatter.Moved, today))) throw InstrumentProblems.MoveNeedsNotice(until);
    }
}
