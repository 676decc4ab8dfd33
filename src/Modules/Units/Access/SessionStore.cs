using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Shared;

namespace Modular.Units;

/// <summary>
/// Keeps sessions in the database; the cookie holds only a session's key. What a person may do is read anew with every request,
/// so ending a session, disabling an account or changing its roles takes effect at once: on the instance that did it
/// immediately, on others within <see cref="Remembered"/>.
/// </summary>
internal sealed class SessionStore(IServiceScopeFactory scopes, IHttpContextAccessor http, PasswordRules passwords, SecondFactor factor, TimeProvider clock) : ITicketStore
{
    /// <summary>A session ends by itself after this long without a request.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromHours(1);

    /// <summary>A session ends by itself this long after signing in, used or not.</summary>
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(12);

    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(3);

    readonly ConcurrentDictionary<Guid, (ClaimsPrincipal Principal, DateTimeOffset Until)> _recent = new();

    /// <summary>Called after anything that changes what somebody may do.</summary>
    public void ForgetAll() => _recent.Clear();

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var request = http.HttpContext!.Request;
        var device = request.Headers.UserAgent.ToString();
        var now = clock.GetUtcNow();
        var session = new Session
        {
            AccountId = Guid.Parse(ticket.Principal.FindFirstValue(CurrentUser.AccountClaim)!),
            StartedAt = now,
            LastSeenAt = now,
            Address = http.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "",
            Device = device.Length > 300 ? device[..300] : device,
        };
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnitsDb>();
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        return session.Id.ToString("N");
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (!Guid.TryParseExact(key, "N", out var id)) return null;
        var now = clock.GetUtcNow();
        if (_recent.TryGetValue(id, out var recent) && recent.Until > now) return Ticket(recent.Principal);

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnitsDb>();
        var session = await db.Sessions.AsNoTracking()
            .Include(s => s.Account).ThenInclude(a => a.Organisation)
            .SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null && !s.Account.Disabled);
        if (session is null || session.LastSeenAt + IdleLimit < now || session.StartedAt + AbsoluteLimit < now) return null;

        if (session.LastSeenAt + TimeSpan.FromMinutes(1) < now)
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now));
        var principal = Principals.For(session, passwords.MustChange(session.Account, now), factor.MustEnrol(session.Account, session.Account.Organisation));
        // Bounds what a flood of dead entries can hold; live ones come back with their next request.
        if (_recent.Count > 10_000) _recent.Clear();
        _recent[id] = (principal, now + Remembered);
        return Ticket(principal);
    }

    public async Task RemoveAsync(string key)
    {
        if (!Guid.TryParseExact(key, "N", out var id)) return;
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<UnitsDb>().Sessions
            .Where(s => s.Id == id && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now));
        _recent.TryRemove(id, out _);
    }

    static AuthenticationTicket Ticket(ClaimsPrincipal principal) => new(principal, CookieAuthenticationDefaults.AuthenticationScheme);
}
