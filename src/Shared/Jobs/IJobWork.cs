namespace Modular.Shared;

/// <summary>
/// One kind of long work. It may be started again from the beginning when an instance dies half-way, so it either commits once at
/// its end or can tell what it has done.
/// </summary>
public interface IJobWork
{
    string Kind { get; }

    /// <returns>The result to keep, or null.</returns>
    Task<object?> Run(Job job, JobProgress progress, CancellationToken ct);
}

/// <summary>How far the work has come. Written to the database at most a few times a second, on a connection of its own.</summary>
public sealed class JobProgress(Func<int, int, CancellationToken, Task> write, TimeProvider clock)
{
    long _last;

    public async Task Report(int done, int total, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (done < total && clock.GetElapsedTime(_last) < TimeSpan.FromMilliseconds(300)) return;
        _last = clock.GetTimestamp();
        await write(done, total, ct);
    }
}
