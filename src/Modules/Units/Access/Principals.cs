using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Modular.Shared;

namespace Modular.Units;

/// <summary>What a session lets its holder do, as claims.</summary>
internal static class Principals
{
    public const string MustChangePasswordClaim = "must-change-password";
    public const string MustEnrolClaim = "must-enrol";

    /// <summary>Enough for <see cref="SessionStore"/> to open a session; what the holder may do is added when it is read back.</summary>
    public static ClaimsPrincipal ForSignIn(Account account) => new(new ClaimsIdentity(
        [new Claim(CurrentUser.AccountClaim, account.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme));

    public static ClaimsPrincipal For(Session session, bool mustChangePassword, bool mustEnrol)
    {
        var account = session.Account;
        var organisation = account.Organisation;
        List<Claim> claims =
        [
            new(CurrentUser.AccountClaim, account.Id.ToString()),
            new(CurrentUser.SessionClaim, session.Id.ToString()),
            new(CurrentUser.NameClaim, account.UserName!),
            new(CurrentUser.DisplayNameClaim, account.DisplayName),
            new(CurrentUser.OrganisationClaim, organisation.Id.ToString()),
            new(CurrentUser.OrganisationNameClaim, organisation.Name),
            new(CurrentUser.TierClaim, organisation.Tier.ToString()),
            new(MustChangePasswordClaim, mustChangePassword ? "yes" : "no"),
            new(MustEnrolClaim, mustEnrol ? "yes" : "no"),
            new(CurrentUser.ScopeClaim, organisation.ScopePath),
            new(CurrentUser.PlaceClaim, organisation.RegionCode),
            .. account.Roles.Select(role => new Claim(CurrentUser.RoleClaim, role)),
        ];
        // Somebody else knows this password, or it stands alone where a second factor is a duty: until that is mended, it opens nothing.
        if (!mustChangePassword && !mustEnrol)
            claims.AddRange(Roles.PermissionsOf(account.Roles).Select(permission => new Claim(CurrentUser.PermissionClaim, permission)));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }
}
