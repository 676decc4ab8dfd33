using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

internal static class AccountReach
{
    /// <summary>An account of the caller's subtree, to be changed.</summary>
    /// <exception cref="Problem">404 when there is none, or it is somebody else's to administer.</exception>
    public static async Task<Account> AccountInReach(this UnitsDb db, Guid accountId, CurrentUser user, CancellationToken ct) =>
        await db.Accounts.Include(a => a.Organisation)
            .SingleOrDefaultAsync(a => a.Id == accountId && a.Organisation.Path.StartsWith(user.ScopePath), ct)
        ?? throw UnitProblems.AccountNotFound(accountId);
}
