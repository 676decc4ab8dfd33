using Microsoft.AspNetCore.Identity;

namespace Modular.Units;

/// <summary>
/// What a password must be. The setting <c>Passwords:Profile</c> chooses: <c>dengbao</c> (等保, GB/T 22239 level 3, the default for a
/// government site): 8 to 128 characters of at least three kinds, changed every 90 days; <c>asvs</c> (OWASP ASVS 5.0): 12 to 128
/// characters of any kind, no expiry. Both refuse the account's own name and the commonest passwords.
/// </summary>
internal sealed class PasswordRules(bool asvs) : IPasswordValidator<Account>
{
    public const int MaximumLength = 128;

    public static readonly TimeSpan Validity = TimeSpan.FromDays(90);

    static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passw0rd", "p@ssw0rd", "password1", "password123", "qwerty123", "qwertyuiop", "admin123", "admin@123", "abc12345", "abcd1234",
        "aa123456", "a1234567", "1q2w3e4r", "1qaz2wsx", "zaq12wsx", "iloveyou", "welcome1", "woaini1314", "12345678", "123456789", "1234567890",
        "11111111", "88888888", "00000000", "password1234", "administrator", "123456789012", "qwerty123456",
    };

    public bool MustChange(Account account, DateTimeOffset now) =>
        account.MustChangePassword || (!asvs && account.PasswordChangedAt + Validity < now);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        Fault(user.UserName ?? "", password ?? "") is { } fault ? IdentityResult.Failed(fault) : IdentityResult.Success);

    public IdentityError? Fault(string userName, string password)
    {
        if (password.Length > MaximumLength) return Error("password.too-long", $"At most {MaximumLength} characters.");
        if (asvs && password.Length < 12) return Error("password.too-short", "At least 12 characters.");
        if (!asvs && password.Length < 8) return Error("password.too-short", "At least 8 characters.");
        if (!asvs && KindsIn(password) < 3) return Error("password.too-plain", "At least three of: capitals, small letters, digits, signs.");
        if (Common.Contains(password)) return Error("password.common", "This is one of the commonest passwords. Choose another.");
        if (userName.Length >= 3 && password.Contains(userName, StringComparison.OrdinalIgnoreCase))
            return Error("password.contains-name", "It must not contain the account's name.");
        return null;
    }

    static int KindsIn(string password) =>
        (password.Any(char.IsUpper) ? 1 : 0) + (password.Any(char.IsLower) ? 1 : 0) + (password.Any(char.IsDigit) ? 1 : 0)
        + (password.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0);

    static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
