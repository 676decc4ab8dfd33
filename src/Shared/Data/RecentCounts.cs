using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Modular.Shared;

/// <summary>
/// Remembers how long lists are. Counting a region's list costs a hundred times what reading one page of it does, and is asked for with every
/// page. A count is true of this instance's own writes at once, and of other instances' within <see cref="Remembered"/>.
/// </summary>
public sealed class RecentCounts(TimeProvider clock)
{
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    const int Capacity = 2000;

    readonly ConcurrentDictionary<object, (int Count, long Writes, long At)> _counts = new();

    /// <param name="key">Everything the count depends on, as a value: scope and filters.</param>
    public async Task<int> Count<T>(ModuleDbContext db, object key, Func<IQueryable<T>> rows, CancellationToken ct)
    {
        var writes = db.WritesSoFar;
        if (_counts.TryGetValue(key, out var known) && known.Writes == writes && clock.GetElapsedTime(known.At) < Remembered) return known.Count;

        var count = await rows().CountAsync(ct);
        if (_counts.Count >= Capacity) _counts.Clear();
        _counts[key] = (count, writes, clock.GetTimestamp());
        return count;
    }
}
