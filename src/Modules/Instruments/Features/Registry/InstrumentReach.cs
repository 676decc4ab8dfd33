using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

internal static class InstrumentReach
{
    /// <summary>The instruments of the caller's subtree (U-11).</summary>
    public static IQueryable<Instrument> Within(this IQueryable<Instrument> instruments, CurrentUser user)
    {
        var scope = user.ScopePath;
        return user.OfOneUnit ? instruments.Where(i => i.UnitPath == scope) : instruments.Where(i => i.UnitPath.StartsWith(scope));
    }

    /// <summary>One instrument of the caller's subtree, to be changed.</summary>
    /// <exception cref="Problem">404 when there is none, or it is not the caller's to see.</exception>
    public static async Task<Instrument> InstrumentInReach(this InstrumentsDb db, Guid id, CurrentUser user, CancellationToken ct) =>
        await db.Instruments.Within(user).SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw InstrumentProblems.NotFound(id);

    /// <summary>Whether all instruments of the subtree are the caller's to operate: who keeps the registry, and the unit's own systems; a custodian is not.</summary>
    public static bool OperatesAll(this CurrentUser user) => user.IsMachine || user.Can(Permissions.InstrumentsEdit);

    /// <summary>The instruments that run under the caller's name 机组负责人.</summary>
    public static IQueryable<Instrument> EntrustedTo(this IQueryable<Instrument> instruments, Guid accountId, InstrumentsDb db) =>
        instruments.Where(i => db.Custodians.Any(c => c.InstrumentId == i.Id && c.AccountId == accountId));

    /// <summary>One instrument of the caller's subtree, to be operated: status, repairs.</summary>
    /// <exception cref="Problem">404 like the rest; 403 when it is entrusted to others.</exception>
    public static async Task<Instrument> InstrumentToOperate(this InstrumentsDb db, Guid id, CurrentUser user, CancellationToken ct)
    {
        var instrument = await db.InstrumentInReach(id, user, ct);
        if (!user.OperatesAll() && !await db.Custodians.AnyAsync(c => c.InstrumentId == id && c.AccountId == user.AccountId, ct)) throw InstrumentProblems.NotEntrusted();
        return instrument;
    }
}
