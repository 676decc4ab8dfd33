using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Modular.Shared;

/// <summary>Verifies a module's whole audit trail in the background, against itself and against what the verification before it saw.</summary>
sealed class AuditVerification<TDb>(TDb db, TimeProvider clock) : IJobWork
    where TDb : ModuleDbContext
{
    public string Kind => AuditVerification.KindOf(db);

    public async Task<object?> Run(Job job, JobProgress progress, CancellationToken ct)
    {
        var total = await db.Audit.CountAsync(e => e.SealedAs != null, ct);
        await progress.Report(0, total, ct);
        var known = await AuditVerification.KnownEnd(db, ct);
        var verdict = await AuditChain.Verify(db, known, (lines, token) => progress.Report((int)Math.Min(lines, total), total, token), ct);
        await progress.Report(total, total, ct);
        var by = JsonSerializer.Deserialize<Requester>(job.Input, JsonShape.Options)!;
        db.Record(by.AsUser(), clock, "audit.verified", job.Id, by.ScopePath, after: new { verdict.Holds, verdict.Lines, verdict.FaultCount, verdict.Head });
        await db.SaveChangesAsync(ct);
        return verdict;
    }
}

/// <param name="Verdict">Null while it has not come to its end, and for one that never did.</param>
public sealed record AuditVerificationState(Guid JobId, JobState State, string By, int Done, int Total, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, AuditVerdict? Verdict);

/// <param name="Latest">Null when nobody has ever asked for one.</param>
public sealed record LatestAuditVerification(AuditVerificationState? Latest);

static class AuditVerification
{
    public static string KindOf(ModuleDbContext db) => $"{db.Schema}.audit-verification";

    public static void Map(IEndpointRouteBuilder routes, ModuleMark module, string watchPermission)
    {
        // The chain holds everybody's lines: only those who watch the platform itself walk all of it.
        routes.MapPost("/audit/verification", async (HttpContext http, CurrentUser user, TimeProvider clock, CancellationToken ct) =>
            {
                var db = Database(http, module);
                if (await Latest(db, ct) is { State: JobState.Waiting or JobState.Running } running) return TypedResults.Ok(StateOf(running, null));
                var job = new Job
                {
                    Kind = KindOf(db), Input = JsonSerializer.Serialize(Requester.Of(user), JsonShape.Options), AccountId = user.AccountId, AccountName = user.DisplayName, OwnerPath = user.ScopePath,
                    CreatedAt = clock.GetUtcNow(),
                };
                db.Jobs.Add(job);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(StateOf(job, null));
            })
            .RequirePermission(watchPermission, DataScope.Platform);

        routes.MapGet("/audit/verification", async (HttpContext http, CancellationToken ct) =>
            {
                var db = Database(http, module);
                return TypedResults.Ok(new LatestAuditVerification(
                    await Latest(db, ct) is { } job ? StateOf(job, await AuditReach.Told(http, db, module, VerdictOf(job.Result), ct)) : null));
            })
            .RequirePermission(watchPermission, DataScope.Platform);
    }

    public static async Task<AuditVerdict?> LastVerdict(ModuleDbContext db, CancellationToken ct)
    {
        var kind = KindOf(db);
        var result = await db.Jobs.Where(j => j.Kind == kind && j.State == JobState.Finished && j.Result != null).OrderByDescending(j => j.CreatedAt).Select(j => j.Result).FirstOrDefaultAsync(ct);
        return VerdictOf(result);
    }

    /// <summary>The end that the chain must still have: what the verification before this one saw, or what was written down when it was sealed last.</summary>
    public static async Task<AuditHead?> KnownEnd(ModuleDbContext db, CancellationToken ct)
    {
        var earlier = await LastVerdict(db, ct);
        // A verdict with faults is no measure for the next one; the end it had been measured by stays it.
        var seen = earlier is { Holds: false } ? earlier.Known : earlier?.Head;
        var noted = AuditHead.Read(await db.Leases.Where(l => l.Name == AuditHead.LeaseName).Select(l => l.Note).SingleOrDefaultAsync(ct));
        return noted is not null && (seen is null || noted.Place > seen.Place) ? noted : seen;
    }

    static Task<Job?> Latest(ModuleDbContext db, CancellationToken ct)
    {
        var kind = KindOf(db);
        return db.Jobs.AsNoTracking().Where(j => j.Kind == kind).OrderByDescending(j => j.CreatedAt).FirstOrDefaultAsync(ct);
    }

    static AuditVerificationState StateOf(Job job, AuditVerdict? told) => new(job.Id, job.State, job.AccountName, job.Done, job.Total, job.CreatedAt, job.FinishedAt, told);

    static AuditVerdict? VerdictOf(string? result) => result is null ? null : JsonSerializer.Deserialize<AuditVerdict>(result, JsonShape.Options);

    static ModuleDbContext Database(HttpContext http, ModuleMark module) => (ModuleDbContext)http.RequestServices.GetRequiredService(module.Database);
}
