using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Modular.Shared;

/// <summary>Takes waiting jobs of a module, one at a time per instance. A job whose instance died is taken up again by another.</summary>
public sealed partial class JobRunner<TDb>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner<TDb>> log) : IJobRunner
    where TDb : ModuleDbContext
{
    const int MaximumAttempts = 3;

    static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(20);

    readonly Guid _me = Guid.CreateVersion7();

    public async Task<bool> RunNext(CancellationToken ct)
    {
        if (await TakeNext(ct) is not { } job) return false;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var heartbeat = KeepLease(job.Id, stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var work = scope.ServiceProvider.GetServices<IJobWork>().Single(work => work.Kind == job.Kind);
            var progress = new JobProgress((done, total, token) => Write(job.Id, set => set.SetProperty(j => j.Done, done).SetProperty(j => j.Total, total), token), clock);
            var result = await work.Run(job, progress, stop.Token);
            var json = result is null ? null : JsonSerializer.Serialize(result, JsonShape.Options);
            await Finish(job.Id, JobState.Finished, json, error: null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The instance is stopping: let another one take the job up at once.
            await Write(job.Id, set => set.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null), CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            await Finish(job.Id, JobState.Cancelled, result: null, error: null);
        }
        catch (Exception failure)
        {
            LogFailure(log, failure, job.Kind, job.Id);
            await Finish(job.Id, JobState.Failed, result: null, failure is Problem ? failure.Message : "The work stopped on a fault of ours. It has been logged.");
        }
        finally
        {
            await stop.CancelAsync();
            await heartbeat;
        }

        return true;
    }

    async Task<Job?> TakeNext(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        // While a new release rolls out, an older instance leaves alone what it does not know.
        var known = scope.ServiceProvider.GetServices<IJobWork>().Select(work => work.Kind).ToList();
        var now = clock.GetUtcNow();
        var until = now + LeaseLength;
        var due = await db.Jobs.AsNoTracking()
            .Where(j => known.Contains(j.Kind))
            .Where(j => j.State == JobState.Waiting || (j.State == JobState.Running && j.LeaseUntil < now))
            .OrderBy(j => j.CreatedAt).Take(5).ToListAsync(ct);
        foreach (var job in due)
        {
            if (job.Attempts >= MaximumAttempts)
            {
                await Finish(job.Id, JobState.Failed, result: null, "The work was started several times and never came to its end.");
                continue;
            }

            // The condition is repeated: of two instances that saw the same job, one wins.
            var won = await db.Jobs
                .Where(j => j.Id == job.Id && (j.State == JobState.Waiting || (j.State == JobState.Running && j.LeaseUntil < now)))
                .ExecuteUpdateAsync(set => set
                    .SetProperty(j => j.State, JobState.Running).SetProperty(j => j.Runner, _me)
                    .SetProperty(j => j.LeaseUntil, until).SetProperty(j => j.Attempts, j => j.Attempts + 1), ct);
            if (won == 1) return job;
        }

        return null;
    }

    async Task KeepLease(Guid id, CancellationTokenSource stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stop.Token);
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TDb>();
                var until = clock.GetUtcNow() + LeaseLength;
                await db.Jobs.Where(j => j.Id == id && j.Runner == _me).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseUntil, until), stop.Token);
                var stillMine = await db.Jobs.AnyAsync(j => j.Id == id && j.Runner == _me && !j.CancelRequested, stop.Token);
                if (!stillMine) await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The work came to its end.
        }
        catch (Exception failure)
        {
            LogFailure(log, failure, "lease", id);
        }
    }

    Task Finish(Guid id, JobState state, string? result, string? error) => Write(id, set => set
        .SetProperty(j => j.State, state).SetProperty(j => j.Result, result).SetProperty(j => j.Error, error)
        .SetProperty(j => j.FinishedAt, clock.GetUtcNow()), CancellationToken.None);

    async Task Write(Guid id, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Job>> set, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TDb>().Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(set, ct);
    }

    [LoggerMessage(LogLevel.Error, "Job {Kind} {Id} failed")]
    static partial void LogFailure(ILogger log, Exception failure, string kind, Guid id);
}

/// <summary>Runs a module's background work; a loop calls it, and tests call it directly.</summary>
public interface IJobRunner
{
    /// <returns>False when nothing was waiting.</returns>
    Task<bool> RunNext(CancellationToken ct);
}
