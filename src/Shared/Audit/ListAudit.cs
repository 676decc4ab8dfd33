using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Modular.Shared;

/// <param name="Before">What was there, as JSON; null for what is new.</param>
/// <param name="SealedAs">Place in the chain; null for the last seconds.</param>
public sealed record AuditRow(
    DateTimeOffset At, Guid AccountId, string AccountName, Guid OrganisationId, string Action, Guid Subject, JsonElement? Before, JsonElement? After, string? Why, long? SealedAs);

/// <summary>Every module's audit trail, for those who may read it, newest first; only lines about what lies in the reader's subtree .</summary>
static class ListAudit
{
    public static void Map(IEndpointRouteBuilder routes, ModuleMark module, string permission) => routes
        .MapGet("/audit", async (
            HttpContext http, CurrentUser user, Guid? subject, Guid? accountId, string? action, DateTimeOffset? from, DateTimeOffset? to, int? page, int? size, CancellationToken ct) =>
        {
            var db = (ModuleDbContext)http.RequestServices.GetRequiredService(module.Database);
            var scope = user.ScopePath;
            var lines = db.Audit.AsNoTracking().Where(e => e.OwnerPath.StartsWith(scope));
            if (subject is { } what) lines = lines.Where(e => e.Subject == what);
            if (accountId is { } who) lines = lines.Where(e => e.AccountId == who);
            if (!string.IsNullOrEmpty(action)) lines = lines.Where(e => e.Action == action);
            if (from is { } since) lines = lines.Where(e => e.At >= since.ToUniversalTime());
            if (to is { } until) lines = lines.Where(e => e.At < until.ToUniversalTime());

            var rows = await lines.OrderByDescending(e => e.Sequence)
                .Select(e => new { e.At, e.AccountId, e.AccountName, e.OrganisationId, e.Action, e.Subject, e.Before, e.After, e.Why, e.SealedAs })
                .ToPage(page, size, ct);
            return TypedResults.Ok(new Page<AuditRow>(
                [.. rows.Items.Select(e => new AuditRow(e.At, e.AccountId, e.AccountName, e.OrganisationId, e.Action, e.Subject, Json(e.Before), Json(e.After), e.Why, e.SealedAs))],
                rows.Total, rows.Number, rows.Size));
        })
        .RequirePermission(permission, DataScope.Organisation);

    static JsonElement? Json(string? text) => text is null ? null : JsonSerializer.Deserialize<JsonElement>(text);
}
