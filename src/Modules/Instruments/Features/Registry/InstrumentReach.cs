using Microsoft.EntityFrameworkCore;
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
}
