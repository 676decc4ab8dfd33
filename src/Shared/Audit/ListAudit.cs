using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Shared.Sheets;

namespace Modular.Shared;

/// <param name="Before">What was there, as JSON; null for what is new.</param>
/// <param name="SealedAs">Place in the chain; null for the last seconds.</param>
public sealed record AuditRow(
    long Sequence, DateTimeOffset At, Guid AccountId, string AccountName, Guid OrganisationId, string Action, Guid Subject, JsonElement? Before, JsonElement? After, string? Why, long? SealedAs);

/// <param name="Who">Part of the person's name.</param>
/// <param name="Action">What was done, or its beginning up to a dot: <c>instrument.</c></param>
/// <param name="Subject">The object it was done to.</param>
sealed record AuditFilter(string? Who, Guid? AccountId, string? Action, Guid? Subject, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>Every module's audit trail, for those who may read it, newest first; only lines about what lies in the reader's subtree and is not kept from them .</summary>
static class ListAudit
{
    static readonly SheetColumn[] Columns =
    [
        new("时间", SheetColumnFormat.DateTime, Width: 20), new("操作人", Width: 20), new("操作", Width: 26), new("对象编号", Width: 38), new("事由", Width: 40), new("变更前", Width: 50), new("变更后", Width: 50),
        new("记录链序号", SheetColumnFormat.Integer, Width: 12), new("校验值", Width: 66),
    ];

    public static void Map(IEndpointRouteBuilder routes, ModuleMark module, string permission)
    {
        routes.MapGet("/audit", async ([AsParameters] AuditFilter filter, HttpContext http, CurrentUser user, int? page, int? size, CancellationToken ct) =>
            {
                var db = (ModuleDbContext)http.RequestServices.GetRequiredService(module.Database);
                var rows = await Matching(await AuditReach.Lines(http, db, module, user, ct), filter).OrderByDescending(e => e.Sequence)
                    .Select(e => new { e.Sequence, e.At, e.AccountId, e.AccountName, e.OrganisationId, e.Action, e.Subject, e.Before, e.After, e.Why, e.SealedAs })
                    .ToPage(page, size, ct);
                return TypedResults.Ok(new Page<AuditRow>(
                    [.. rows.Items.Select(e => new AuditRow(e.Sequence, e.At, e.AccountId, e.AccountName, e.OrganisationId, e.Action, e.Subject, Json(e.Before), Json(e.After), e.Why, e.SealedAs))],
                    rows.Total, rows.Number, rows.Size));
            })
            .RequirePermission(permission, DataScope.Organisation);

        routes.MapGet("/audit/export", async ([AsParameters] AuditFilter filter, string? format, HttpContext http, CurrentUser user, TimeProvider clock, CancellationToken ct) =>
            {
                if (format is not (null or "xlsx" or "csv")) throw new Problem(400, "export.format", "xlsx or csv.");
                var db = (ModuleDbContext)http.RequestServices.GetRequiredService(module.Database);
                // Who took the trail out of the platform stands in it; written before the first byte leaves.
                db.Record(user, clock, "audit.exported", user.OrganisationId, user.ScopePath, after: filter);
                await db.SaveChangesAsync(ct);
                var sheet = new SheetContent("审计记录", Columns, Rows(Matching(await AuditReach.Lines(http, db, module, user, ct), filter), ct));
                return new SheetDownload($"audit-{module.Name}-{clock.Today():yyyyMMdd}", [sheet], csv: format == "csv");
            })
            .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
            .RequirePermission(permission, DataScope.Organisation);
    }

    static IQueryable<AuditEntry> Matching(IQueryable<AuditEntry> lines, AuditFilter filter)
    {
        if (filter.Subject is { } what) lines = lines.Where(e => e.Subject == what);
        if (filter.AccountId is { } account) lines = lines.Where(e => e.AccountId == account);
        if (!string.IsNullOrWhiteSpace(filter.Who))
        {
            var who = filter.Who.Trim();
            lines = lines.Where(e => e.AccountName.Contains(who));
        }

        if (!string.IsNullOrEmpty(filter.Action))
            lines = filter.Action.EndsWith('.') ? lines.Where(e => e.Action.StartsWith(filter.Action)) : lines.Where(e => e.Action == filter.Action);
        if (filter.From is { } since) lines = lines.Where(e => e.At >= since.ToUniversalTime());
        if (filter.To is { } until) lines = lines.Where(e => e.At < until.ToUniversalTime());
        return lines;
    }

    static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IQueryable<AuditEntry> lines, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var line in lines.OrderByDescending(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
            yield return [line.At.InRegion().DateTime, line.AccountName, line.Action, line.Subject.ToString(), line.Why, Cell(line.Before), Cell(line.After), line.SealedAs, line.Seal];
    }

    // No cell holds more; the whole of it stays in the platform.
    static string? Cell(string? text) => text is { Length: > 32_000 } ? $"{text[..32_000]} …" : text;

    static JsonElement? Json(string? text) => text is null ? null : JsonSerializer.Deserialize<JsonElement>(text);
}
