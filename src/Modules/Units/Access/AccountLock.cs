using Microsoft.EntityFrameworkCore;

namespace Modular.Units;

/// <summary>Shuts an account for a while after too many wrong passwords, wherever they are entered (U-11).</summary>
internal static class AccountLock
{
    public const int MaximumTries = 5;

    public static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    public static bool IsLocked(this Account account, DateTimeOffset now) => account.LockoutEnabled && account.LockoutEnd > now;

    /// <summary>Counted by the database, not in memory: parallel tries are all counted, on every instance.</summary>
    public static async Task CountWrongPassword(this UnitsDb db, Account account, DateTimeOffset now, CancellationToken ct)
    {
        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), ct);
        DateTimeOffset? until = now + Length;
        await db.Accounts
            .Where(a => a.Id == account.Id && a.LockoutEnabled && a.AccessFailedCount >= MaximumTries)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, until), ct);
    }
}
