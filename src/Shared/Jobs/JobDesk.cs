using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Modular.Shared;

/// <param name="Mine">Whether the caller gave the order.</param>
/// <param name="Done">Steps done, of <paramref name="Total"/>; both 0 before the work knows its size.</param>
/// <param name="Result">What the work keeps, as JSON.</param>
public sealed record JobRow(
    string Module, Guid Id, string Kind, string AccountName, bool Mine, JobState State, bool CancelRequested, int Done, int Total, JsonElement? Result, string? Error,
    DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt);

/// <param name="More">Whether there is older work that is not listed.</param>
public sealed record JobList(IReadOnlyList<JobRow> Items, bool More);

/// <summary>Background work of all modules for whoever ordered it, and for those who watch the platform in their subtree: seen, cancelled, tried again.</summary>
public static class JobDesk
{
    /// <summary>So many of each module are looked at: one reads what is going on, not an archive.</summary>
    public const int Newest = 100;

    /// <summary>The list over all modules, newest first.</summary>
    public static void Map(IEndpointRouteBuilder routes, string watchPermission) => routes
        .MapGet("/api/jobs", async (HttpContext http, CurrentUser user, Coded<JobState>? state, bool? mine, CancellationToken ct) =>
        {
            var rows = new List<JobRow>();
            var more = false;
            foreach (var module in http.RequestServices.GetServices<ModuleEntry>().Select(entry => entry.Mark))
            {
                var jobs = Visible(Database(http, module), user, watchPermission);
                if (state is { Value: var wanted }) jobs = jobs.Where(j => j.State == wanted);
                if (mine == true) jobs = jobs.Where(j => j.AccountId == user.AccountId);
                var newest = await jobs.AsNoTracking().OrderByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).Take(Newest + 1).ToListAsync(ct);
                more |= newest.Count > Newest;
                rows.AddRange(newest.Take(Newest).Select(job => Row(module.Name, job, user, told: job.Kind != AuditVerification.KindOf(Database(http, module)))));
            }

            return TypedResults.Ok(new JobList([.. rows.OrderByDescending(row => row.CreatedAt)], more));
        })
        .WithTags("platform")
        .RequireAccount();

    /// <summary>What can be done with one module's work.</summary>
    public static void Map(IEndpointRouteBuilder routes, ModuleMark module, string watchPermission)
    {
        routes.MapPost("/jobs/{jobId:guid}/cancel", async (Guid jobId, HttpContext http, CurrentUser user, TimeProvider clock, CancellationToken ct) =>
            {
                var db = Database(http, module);
                var job = await InReach(db, jobId, user, watchPermission, ct);
                var now = clock.GetUtcNow();
                // What has not begun will not begin; what runs is told, and stops within a second.
                var stopped = await db.Jobs.Where(j => j.Id == jobId && j.State == JobState.Waiting)
                    .ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Cancelled).SetProperty(j => j.FinishedAt, now), ct);
                var told = await db.Jobs.Where(j => j.Id == jobId && j.State == JobState.Running).ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), ct);
                if (stopped + told == 0) throw new Problem(409, "job.ended", "This work has come to its end already.");
                await Note(db, user, clock, "job.cancelled", job, ct);
                return TypedResults.NoContent();
            })
            .RequireAccount();

        routes.MapPost("/jobs/{jobId:guid}/retry", async (Guid jobId, HttpContext http, CurrentUser user, TimeProvider clock, CancellationToken ct) =>
            {
                var db = Database(http, module);
                var job = await InReach(db, jobId, user, watchPermission, ct);
                // Work can begin anew by its nature: what another order has overtaken in the meantime does nothing.
                var begun = await db.Jobs.Where(j => j.Id == jobId && (j.State == JobState.Failed || j.State == JobState.Cancelled)).ExecuteUpdateAsync(set => set
                    .SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.Attempts, 0).SetProperty(j => j.CancelRequested, false).SetProperty(j => j.Error, (string?)null)
                    .SetProperty(j => j.Done, 0).SetProperty(j => j.FinishedAt, (DateTimeOffset?)null).SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null), ct);
                if (begun == 0) throw new Problem(409, "job.not-stopped", "Only work that failed or was cancelled is tried again.");
                await Note(db, user, clock, "job.retried", job, ct);
                return TypedResults.NoContent();
            })
            .RequireAccount();
    }

    static IQueryable<Job> Visible(ModuleDbContext db, CurrentUser user, string watchPermission)
    {
        var (me, scope) = (user.AccountId, user.ScopePath);
        return user.Can(watchPermission) ? db.Jobs.Where(j => j.AccountId == me || j.OwnerPath.StartsWith(scope)) : db.Jobs.Where(j => j.AccountId == me);
    }

    static async Task<Job> InReach(ModuleDbContext db, Guid id, CurrentUser user, string watchPermission, CancellationToken ct) =>
        await Visible(db, user, watchPermission).AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct) ?? throw Problem.NotFound("job", id);

    static Task Note(ModuleDbContext db, CurrentUser user, TimeProvider clock, string action, Job job, CancellationToken ct)
    {
        db.Record(user, clock, action, job.Id, job.OwnerPath, after: new { job.Kind, OrderedBy = job.AccountName });
        return db.SaveChangesAsync(ct);
    }

    // What a verification found, its own page tells, to each as much as is not kept from them.
    static JobRow Row(string module, Job job, CurrentUser user, bool told) => new(
        module, job.Id, job.Kind, job.AccountName, job.AccountId == user.AccountId, job.State, job.CancelRequested, job.Done, job.Total,
        job.Result is null || !told ? null : JsonSerializer.Deserialize<JsonElement>(job.Result), job.Error, job.CreatedAt, job.FinishedAt);

    static ModuleDbContext Database(HttpContext http, ModuleMark module) => (ModuleDbContext)http.RequestServices.GetRequiredService(module.Database);
}
