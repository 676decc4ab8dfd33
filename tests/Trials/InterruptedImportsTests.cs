using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Instruments;
using Modular.Shared;
using Npgsql;
using Shouldly;
using Xunit;

namespace Modular.Tests.Trials;

/// <summary>
/// R10: taking a list over is broken off at any moment, by the person, by an instance that stops, by a database that goes away, by a killed process.
/// Either the whole list is in the registry or nothing of it, and it can be done again. On a platform of its own: what is cut here is nobody else's.
/// </summary>
public sealed class InterruptedImportsTests
{
    const int RowsInShort = 2_000;
    const int RowsInLong = 100_000;

    enum Blow
    {
        CancelledByPerson,
        InstanceStopped,
        DatabaseGone,
        ProcessKilled,
    }

    [Fact]
    public async Task A_list_that_is_broken_off_at_any_moment_is_in_whole_or_not_at_all()
    {
        var trial = Trial.Of("r10-interrupted-imports", 4);
        var rows = trial.IsLong ? RowsInLong : RowsInShort;
        await using var app = new App();
        await app.InitializeAsync();
        var file = Imports.Csv(["资产编号,仪器名称,规格型号,原值（万元）,建账日期,年总运行机时", .. Enumerable.Range(0, rows).Select(i => $"R-{i},显微镜{i},X{i % 97},{30 + (i % 900)},2019-05-20,{i % 2000}")]);

        // The first warms up, the second says how long it takes undisturbed.
        await Run(app, file, rows, null, TimeSpan.Zero);
        var whole = (await Run(app, file, rows, null, TimeSpan.Zero)).Took;
        var blows = new Dictionary<Blow, (int In, int Out)>();

        for (var number = 0; number < trial.Cases; number++)
        {
            var dice = trial.Dice(number);
            var blow = Enum.GetValues<Blow>()[number % 4];
            var (inAlready, _) = await Run(app, file, rows, blow, whole * dice.NextDouble());
            var (taken, not) = blows.GetValueOrDefault(blow);
            blows[blow] = inAlready ? (taken + 1, not) : (taken, not + 1);
        }

        trial.Report($"{rows} rows; {string.Join(", ", blows.Select(b => $"{b.Key}: {b.Value.In} whole, {b.Value.Out} not at all"))}");
        blows.Values.Sum(b => b.Out).ShouldBeGreaterThan(0, "blows that always come too late prove nothing");
    }

    /// <returns>Whether the blow came too late, and how long it took until then.</returns>
    static async Task<(bool InAlready, TimeSpan Took)> Run(App app, byte[] file, int rows, Blow? blow, TimeSpan after)
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var import = await liaison.Upload(file);
        await app.RunJobs();
        import = await liaison.Order(await liaison.Details(import.Id));

        var watch = Stopwatch.StartNew();
        await (blow switch
        {
            Blow.CancelledByPerson => Beside(app.RunJobs(), after, () => liaison.Post($"{Imports.Address}/{import.Id}/cancel")),
            Blow.InstanceStopped => Stopped(app, after),
            Blow.DatabaseGone => Beside(Outlived(app.RunJobs()), after, () => CutOff(app)),
            Blow.ProcessKilled => Killed(app, import.Id, after),
            _ => app.RunJobs(),
        });
        var took = watch.Elapsed;

        var (instruments, steps, lines) = await Taken(app);
        new[] { 0, rows }.ShouldContain(instruments, $"{blow} after {after.TotalMilliseconds:F0} ms left a part");
        (steps, lines).ShouldBe((instruments, instruments), "history and audit trail go with the instruments");
        var inAlready = instruments == rows;

        // Somebody else takes up what a dead instance left, or the person orders it again.
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunJobs();
        import = await liaison.Details(import.Id);
        if (import.State == ImportState.Ready)
        {
            await liaison.Order(import);
            await app.RunJobs();
            import = await liaison.Details(import.Id);
        }

        import.State.ShouldBe(ImportState.Done, $"{blow}: {import.Failure?.Code}");
        (await Taken(app)).ShouldBe((rows, rows, rows), $"{blow}: done once, not twice");
        // A hundred such lists beside each other would be a trial of the disk.
        await app.InDatabase<InstrumentsDb, int>(db => db.Database.ExecuteSqlRawAsync("TRUNCATE instruments.instruments, instruments.imports, instruments.audit, instruments.outbox CASCADE"));
        return (inAlready, took);
    }

    // Each run begins with empty tables, so that all there is is this run's.
    static async Task<(int Instruments, int Steps, int Lines)> Taken(App app) => await app.InDatabase<InstrumentsDb, (int, int, int)>(async db =>
        (await db.Instruments.CountAsync(), await db.Revisions.CountAsync(), await db.Audit.CountAsync(e => e.Action == "instrument.imported")));

    static async Task Beside(Task work, TimeSpan after, Func<Task> blow)
    {
        await Task.Delay(after);
        try
        {
            await blow();
        }
        catch (Refusal refusal)
        {
            refusal.Status.ShouldBe(409, "too late to cancel");
        }

        await work;
    }

    // As the loop of an instance does, which logs it and goes on.
    static async Task Outlived(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException or DbUpdateException)
        {
            NpgsqlConnection.ClearAllPools();
        }
    }

    static async Task Stopped(App app, TimeSpan after)
    {
        using var stopping = new CancellationTokenSource(after);
        try
        {
            foreach (var runner in app.Services.GetServices<IJobRunner>()) await runner.RunNext(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // As the loop of an instance that stops.
        }
    }

    static async Task CutOff(App app)
    {
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(app.Configuration["ConnectionStrings__Modular"]) { Pooling = false }.ConnectionString);
        await server.OpenAsync();
        await using var cut = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", server);
        await cut.ExecuteScalarAsync();
        NpgsqlConnection.ClearAllPools();
    }

    static async Task Killed(App app, Guid importId, TimeSpan after)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in app.Configuration) start.Environment[name] = value;
        (start.Environment["HOST"], start.Environment["PORT"], start.Environment["Demo__Enabled"], start.Environment["ASPNETCORE_ENVIRONMENT"]) = ("127.0.0.1", "0", "false", "Production");
        using var victim = Process.Start(start)!;
        var (said, complained) = (victim.StandardOutput.ReadToEndAsync(), victim.StandardError.ReadToEndAsync());
        try
        {
            while (await StateOf(app, importId) == JobState.Waiting)
            {
                if (victim.HasExited) throw new ShouldAssertException($"The instance ended by itself:\n{await said}\n{await complained}");
                await Task.Delay(5);
            }

            await Task.Delay(after);
        }
        finally
        {
            victim.Kill(entireProcessTree: true);
            await victim.WaitForExitAsync();
        }

        // What the process had sent off before its end may still be on its way to be carried out or undone.
        await CutOff(app);
    }

    static Task<JobState> StateOf(App app, Guid importId) => app.InDatabase<InstrumentsDb, JobState>(db =>
        db.Jobs.Where(job => db.Imports.Any(import => import.Id == importId && import.JobId == job.Id)).Select(job => job.State).SingleAsync());
}
