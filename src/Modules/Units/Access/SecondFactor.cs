using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Modular.Units;

/// <summary>
/// The second factor of signing in: a code of an authenticator app, or one of the recovery codes. The setting <c>Totp:Required</c> makes
/// it a duty for tiers 2 to 4 (U-11), and is on unless this is the demo region.
/// </summary>
internal sealed class SecondFactor(bool required, IDataProtectionProvider protection)
{
    public const int RecoveryCodes = 10;

    // A copy of the accounts alone must not be enough to make codes.
    readonly IDataProtector _protector = protection.CreateProtector("totp");

    public bool IsDutyOf(Tier tier) => required && tier is (Tier.Supervisor or Tier.Region or Tier.Nation);

    public bool MustEnrol(Account account, Organisation organisation) => account.TotpSince is null && IsDutyOf(organisation.Tier);

    public string Protect(string secret) => _protector.Protect(secret);

    public string Reveal(string kept) => _protector.Unprotect(kept);

    /// <summary>Takes a code, once: the same code does not open a second time, however many requests bring it together.</summary>
    public async Task<bool> Take(UnitsDb db, Account account, string code, DateTimeOffset now, CancellationToken ct)
    {
        var plain = new string([.. code.Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        if (account.TotpSecret is not { } kept) return false;
        if (plain.Length > 6)
        {
            var hash = HashOf(account.Id, plain);
            return await db.RecoveryCodes.Where(c => c.AccountId == account.Id && c.Hash == hash).ExecuteDeleteAsync(ct) == 1;
        }

        return Totp.StepOf(Reveal(kept), plain, now) is { } step
            && await db.Accounts.Where(a => a.Id == account.Id && a.TotpLastStep < step).ExecuteUpdateAsync(set => set.SetProperty(a => a.TotpLastStep, step), ct) == 1;
    }

    /// <summary>New recovery codes in place of the old ones, not saved yet; only their hashes are kept.</summary>
    public static IReadOnlyList<string> NewRecoveryCodes(UnitsDb db, Account account)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => Totp.Base32(RandomNumberGenerator.GetBytes(10))).ToList();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { AccountId = account.Id, Hash = HashOf(account.Id, code) }));
        return [.. codes.Select(code => string.Join('-', code.Chunk(4).Select(part => new string(part))))];
    }

    static string HashOf(Guid account, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account}:{code}")));
}
