using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Census;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

public class JobRunnerTests(App app)
{
    [Fact]
    public async Task Work_runs_to_its_end_and_its_result_stays()
    {
        var (job, runner) = await Waiting((_, progress, ct) => Count(progress, 3, ct));

        await runner.RunNext(CancellationToken.None);

        var done = await Stored(job);
        (done.State, done.Result, done.Done, done.Total).ShouldBe((JobState.Finished, "{\"counted\":3}", 3, 3));
    }

    [Fact]
    public async Task Work_that_fails_says_so_and_is_not_tried_for_ever()
    {
        var (job, runner) = await Waiting((_, _, _) => throw new Problem(422, "x", "The file is empty."));

        await runner.RunNext(CancellationToken.None);

        var failed = await Stored(job);
        (failed.State, failed.Error).ShouldBe((JobState.Failed, "The file is empty."));
    }

    [Fact]
    public async Task Work_that_is_cancelled_stops_within_seconds()
    {
        var started = new TaskCompletionSource();
        var (job, runner) = await Waiting(async (_, _, ct) =>
        {
            started.SetResult();
            await Task.Delay(TimeSpan.FromMinutes(1), ct);
            return null;
        });

        var run = runner.RunNext(CancellationToken.None);
        await started.Task;
        await app.InDatabase<CensusDb, int>(db => db.Jobs.Where(j => j.Id == job).ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true)));
        await run.WaitAsync(TimeSpan.FromSeconds(20));

        (await Stored(job)).State.ShouldBe(JobState.Cancelled);
    }

    [Fact]
    public async Task When_the_instance_dies_another_takes_the_work_up()
    {
        var (job, runner) = await Waiting((_, progress, ct) => Count(progress, 2, ct));
        // As a killed instance leaves it: running, with a lease that nobody renews.
        await app.InDatabase<CensusDb, int>(db => db.Jobs.Where(j => j.Id == job).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, JobState.Running).SetProperty(j => j.LeaseUntil, app.Clock.GetUtcNow().AddSeconds(-1))));

        (await runner.RunNext(CancellationToken.None)).ShouldBeTrue();

        (await Stored(job)).State.ShouldBe(JobState.Finished);
    }

    [Fact]
    public async Task Of_several_instances_one_runs_a_job()
    {
        var runs = 0;
        var (_, runner) = await Waiting(async (_, _, ct) =>
        {
            Interlocked.Increment(ref runs);
            await Task.Delay(50, ct);
            return null;
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => runner.Twin().RunNext(CancellationToken.None)));

        runs.ShouldBe(1);
    }

    async Task<(Guid Job, Runner Runner)> Waiting(Func<Job, JobProgress, CancellationToken, Task<object?>> work)
    {
        // A kind of its own, so that tests beside this one do not take its job.
        var kind = $"test.{Guid.NewGuid():N}";
        var job = new Job { Kind = kind, Input = "{}", AccountId = Guid.NewGuid(), AccountName = "x", OwnerPath = "0001", CreatedAt = app.Clock.GetUtcNow() };
        await app.InDatabase<CensusDb, int>(db =>
        {
            db.Jobs.Add(job);
            return db.SaveChangesAsync();
        });
        return (job.Id, new Runner(app, new Work(kind, work)));
    }

    Task<Job> Stored(Guid id) => app.InDatabase<CensusDb, Job>(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id));

    static async Task<object?> Count(JobProgress progress, int total, CancellationToken ct)
    {
        for (var step = 1; step <= total; step++) await progress.Report(step, total, ct);
        return new { counted = total };
    }

    sealed class Work(string kind, Func<Job, JobProgress, CancellationToken, Task<object?>> work) : IJobWork
    {
        public string Kind => kind;

        public Task<object?> Run(Job job, JobProgress progress, CancellationToken ct) => work(job, progress, ct);
    }

    /// <summary>A runner that knows one kind of work, on the platform's real database.</summary>
    sealed class Runner(App app, Work work)
    {
        readonly JobRunner<CensusDb> _runner = new(new Scopes(app.Services.GetRequiredService<IServiceScopeFactory>(), work), app.Clock, NullLogger<JobRunner<CensusDb>>.Instance);

        public Task<bool> RunNext(CancellationToken ct) => _runner.RunNext(ct);

        public Runner Twin() => new(app, work);
    }

    sealed class Scopes(IServiceScopeFactory inner, IJobWork work) : IServiceScopeFactory
    {
        public IServiceScope CreateScope() => new Scope(inner.CreateScope(), work);

        sealed class Scope(IServiceScope inner, IJobWork work) : IServiceScope, IServiceProvider
        {
            public IServiceProvider ServiceProvider => this;

            public object? GetService(Type serviceType) => serviceType == typeof(IEnumerable<IJobWork>) ? new[] { work } : inner.ServiceProvider.GetService(serviceType);

            public void Dispose() => inner.Dispose();
        }
    }
}
