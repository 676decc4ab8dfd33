using Microsoft.AspNetCore.Identity;
using Modular.Shared;

namespace Modular.Units;

internal static class AccountPasswords
{
    /// <summary>A stolen session must not become a way to guess the password: wrong answers count like wrong sign-ins.</summary>
    /// <exception cref="Problem">422 <c>password.wrong-current</c>.</exception>
    public static async Task DemandPassword(this UnitsDb db, UserManager<Account> accounts, Account account, string password, TimeProvider clock, CancellationToken ct)
    {
        if (account.IsLocked(clock.GetUtcNow())) throw UnitProblems.WrongCurrentPassword();
        if (await accounts.CheckPasswordAsync(account, password)) return;
        await db.CountWrongPassword(account, clock.GetUtcNow(), ct);
        throw UnitProblems.WrongCurrentPassword();
    }

    /// <summary>Sets the password on the account, without saving it.</summary>
    /// <exception cref="Problem">400 <c>password.refused</c> with every rule it breaks.</exception>
    public static async Task SetPassword(this Account account, UserManager<Account> accounts, string password, bool mustChange, TimeProvider clock)
    {
        foreach (var validator in accounts.PasswordValidators)
        {
            var verdict = await validator.ValidateAsync(accounts, account, password);
            if (!verdict.Succeeded) throw UnitProblems.PasswordRefused(verdict.Errors.Select(e => new FieldFault(e.Code, e.Description)));
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.PasswordChangedAt = clock.GetUtcNow();
        account.MustChangePassword = mustChange;
        account.AccessFailedCount = 0;
    }
}
