using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Contracts.Instruments;

namespace Modular.PurchaseReview;

/// <summary>
/// Keeps the stock index: built at start from every instrument of the platform, then current within a second or two of a change by asking
/// the registry what was touched since. Every instance behind one database follows alike.
/// </summary>
internal sealed partial class StockFollower(IServiceScopeFactory scopes, TimeProvider clock, ILogger<StockFollower> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A transaction may become visible some time after the moment it wrote down; what was seen before is only taken again.
    static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    readonly SemaphoreSlim _turn = new(1, 1);
    readonly Dictionary<Guid, (int Version, DateTimeOffset UpdatedAt)> _taken = [];

    /// <summary>Null until the whole stock is in: a check then says that it did not finish, never that nothing was found.</summary>
    public DateTimeOffset? AsOf { get; private set; }

    public StockIndex Index { get; } = new();

    /// <summary>Takes up what has changed since the last time. The first time that is everything.</summary>
    public async Task Follow(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var stock = scope.ServiceProvider.GetRequiredService<IInstrumentStock>();
            var now = clock.GetUtcNow();
            var (batch, gone, seen) = (new List<(Guid, Likeable)>(), new List<Guid>(), new Dictionary<Guid, (int, DateTimeOffset)>());
            await foreach (var instrument in stock.TouchedSince(AsOf - Overlap, ct))
            {
                if (AsOf is not null) seen[instrument.Id] = (instrument.Version, instrument.UpdatedAt);
                if (_taken.GetValueOrDefault(instrument.Id) == (instrument.Version, instrument.UpdatedAt)) continue;
                if (instrument.InStock) batch.Add((instrument.Id, LikeableOf(instrument)));
                else gone.Add(instrument.Id);
                if (batch.Count < 2_000) continue;
                Index.Upsert(batch);
                batch.Clear();
            }

            if (batch.Count > 0) Index.Upsert(batch);
            if (gone.Count > 0) Index.Remove(gone);
            // Only what may be seen once more has to be remembered.
            _taken.Clear();
            foreach (var (id, mark) in seen) _taken[id] = mark;
            AsOf = now;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Instruments that a check found in the index but the registry no longer has: deleted drafts.</summary>
    public void Forget(IReadOnlyCollection<Guid> ids) => Index.Remove(ids);

    static Likeable LikeableOf(StockInstrument i) =>
        new(i.NameZh, i.NameEn, i.Model, i.Manufacturer, i.ClassCode, i.Specifications, i.Functions, i.OriginalValueFen);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Follow(stoppingToken);
                await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The database may be away for a moment; checks go on with the stock known, and say as of when.
                LogFailure(log, failure);
                await Task.Delay(TimeSpan.FromSeconds(2), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The stock index could not follow the registry; it goes on with what it knows")]
    static partial void LogFailure(ILogger log, Exception failure);
}
