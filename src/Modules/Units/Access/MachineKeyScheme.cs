using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modular.Shared;

namespace Modular.Units;

/// <summary>
/// Who comes with a key is a machine. Looked up and counted in the database with every request, so that a withdrawn key opens nothing
/// from the next request on, and its limit holds however many instances there are.
/// </summary>
internal sealed class MachineKeyScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, UnitsDb db, IProblemDetailsService problems, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "machine-key";

    /// <summary>The scheme that decides for each request which of the others is asked.</summary>
    public const string KeyOrSession = "key-or-session";

    bool _tooMany;

    /// <summary>A request with a key is a machine's even if there is a cookie too: a wrong key is refused, not overlooked.</summary>
    public static string Choose(HttpContext context) =>
        CallerKey.In(context.Request) is null ? CookieAuthenticationDefaults.AuthenticationScheme : Name;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = CallerKey.In(Request);
        if (secret is null || !secret.StartsWith(MachineKey.Mark, StringComparison.Ordinal)) return AuthenticateResult.Fail("Not a key.");

        var (hash, now) = (MachineKey.HashOf(secret), clock.GetUtcNow());
        var key = await db.MachineKeys.AsNoTracking().Include(k => k.Organisation)
            .SingleOrDefaultAsync(k => k.Hash == hash && k.WithdrawnAt == null && k.ExpiresAt > now, Context.RequestAborted);
        if (key is null) return AuthenticateResult.Fail("No such key, or it is withdrawn or expired.");
        if (!await Count(key, now))
        {
            _tooMany = true;
            return AuthenticateResult.Fail("Too many requests in this minute.");
        }

        return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(key), Name));
    }

    // One statement decides and counts: of requests that come together, no more pass than the limit says.
    async Task<bool> Count(MachineKey key, DateTimeOffset now)
    {
        var minute = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
        var from = Context.Connection.RemoteIpAddress?.ToString() ?? "";
        DateTimeOffset? at = now;
        var counted = await db.MachineKeys
            .Where(k => k.Id == key.Id && (k.Minute != minute || k.MinuteUses < k.PerMinute))
            .ExecuteUpdateAsync(set => set
                .SetProperty(k => k.Uses, k => k.Uses + 1)
                .SetProperty(k => k.MinuteUses, k => k.Minute == minute ? k.MinuteUses + 1 : 1)
                .SetProperty(k => k.Minute, minute)
                .SetProperty(k => k.LastUsedAt, at)
                .SetProperty(k => k.LastUsedFrom, from), Context.RequestAborted);
        if (counted == 1) return true;
        await db.MachineKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.TurnedAway, k => k.TurnedAway + 1), Context.RequestAborted);
        return false;
    }

    // Written here: a thrown refusal would lose the headers.
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = _tooMany ? 429 : 401;
        if (_tooMany) Response.Headers.RetryAfter = (60 - clock.GetUtcNow().Second).ToString(CultureInfo.InvariantCulture);
        else Response.Headers.WWWAuthenticate = "Bearer";
        await problems.WriteAsync(new ProblemDetailsContext
        {
            HttpContext = Context,
            ProblemDetails =
            {
                Status = Response.StatusCode,
                Detail = _tooMany ? "More requests in one minute than this key allows. Wait until the next minute." : "No such key, or it is withdrawn or expired.",
                Extensions = { ["code"] = _tooMany ? "key.too-many" : "key.refused" },
            },
        });
    }

    static ClaimsPrincipal PrincipalOf(MachineKey key) => new(new ClaimsIdentity(
    [
        new(CurrentUser.AccountClaim, key.Id.ToString()),
        new(CurrentUser.MachineClaim, "yes"),
        new(CurrentUser.NameClaim, key.Beginning),
        // So marked, no key can be named after a person and sign in the audit trail as them.
        new(CurrentUser.DisplayNameClaim, $"API·{key.Name}"),
        new(CurrentUser.OrganisationClaim, key.OrganisationId.ToString()),
        new(CurrentUser.OrganisationNameClaim, key.Organisation.Name),
        new(CurrentUser.TierClaim, key.Organisation.Tier.ToString()),
        new(CurrentUser.ScopeClaim, key.Organisation.ScopePath),
        new(CurrentUser.PlaceClaim, key.Organisation.RegionCode),
        .. key.Permissions.Intersect(MachinePermissions.All, StringComparer.Ordinal).Select(permission => new Claim(CurrentUser.PermissionClaim, permission)),
    ], Name));
}
