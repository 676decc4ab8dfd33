using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

internal static class UnitReach
{
    /// <summary>The path of a managing unit of the caller's subtree.</summary>
    /// <exception cref="Problem">404 when there is none, or it is somebody else's.</exception>
    public static async Task<string> PathOfUnit(this UnitsDb db, Guid unitId, CurrentUser user, CancellationToken ct) =>
        await db.ManagingUnits.Where(u => u.Id == unitId && u.Organisation.Path.StartsWith(user.ScopePath)).Select(u => u.Organisation.Path).SingleOrDefaultAsync(ct)
        ?? throw UnitProblems.UnitNotFound(unitId);

    /// <summary>The units one may read: those of one's subtree, and those that have merged into one of them.</summary>
    public static IQueryable<ManagingUnit> Readable(this UnitsDb db, CurrentUser user) => db.ManagingUnits.AsNoTracking()
        .Where(u => u.Organisation.Path.StartsWith(user.ScopePath) || db.Organisations.Any(o => o.Id == u.MergedIntoId && o.Path.StartsWith(user.ScopePath)));

    /// <summary>A unit of the caller's subtree that is still open, as the caller saw it.</summary>
    /// <exception cref="Problem">404 when it is not in reach, 409 when it is closed or was changed meanwhile.</exception>
    public static async Task<ManagingUnit> UnitToChange(this UnitsDb db, Guid unitId, int version, CurrentUser user, CancellationToken ct)
    {
        var unit = await db.ManagingUnits.Include(u => u.Organisation)
            .SingleOrDefaultAsync(u => u.Id == unitId && u.Organisation.Path.StartsWith(user.ScopePath), ct)
            ?? throw UnitProblems.UnitNotFound(unitId);
        if (unit.ClosedOn is not null) throw UnitProblems.UnitClosed();
        return unit.Version == version ? unit : throw Problem.ChangedMeanwhile("unit");
    }

    /// <exception cref="Problem">409 when the organisation is a unit that is closed: nobody gets a way in for it.</exception>
    public static async Task DemandOpen(this UnitsDb db, Guid organisationId, CancellationToken ct)
    {
        if (await db.ManagingUnits.AnyAsync(u => u.Id == organisationId && u.ClosedOn != null, ct)) throw UnitProblems.UnitClosed();
    }

    /// <summary>Nobody and no machine comes in for this unit any more: accounts closed, sessions ended, keys withdrawn.</summary>
    public static async Task ShutAccess(this UnitsDb db, Guid unitId, string by, DateTimeOffset now, CancellationToken ct)
    {
        DateTimeOffset? at = now;
        await db.Accounts.Where(a => a.OrganisationId == unitId && !a.Disabled)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Disabled, true).SetProperty(a => a.Version, a => a.Version + 1), ct);
        await db.Sessions.Where(s => s.Account.OrganisationId == unitId && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, at), ct);
        await db.MachineKeys.Where(k => k.OrganisationId == unitId && k.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.WithdrawnAt, at).SetProperty(k => k.WithdrawnBy, by).SetProperty(k => k.Version, k => k.Version + 1), ct);
    }
}
