using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Modular.Shared;

/// <summary>The platform's heartbeat: delivers events, runs jobs, seals the audit trail, until the host stops.</summary>
public sealed partial class BackgroundLoops(
    IEnumerable<IOutboxDelivery> outboxes, IEnumerable<IJobRunner> runners, IEnumerable<IAuditSealer> sealers, TimeProvider clock, ILogger<BackgroundLoops> log)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
    [
        .. outboxes.Select(outbox => Loop("outbox", TimeSpan.FromMilliseconds(500), async ct => { await outbox.DeliverPending(ct); return false; }, stoppingToken)),
        .. runners.Select(runner => Loop("jobs", TimeSpan.FromMilliseconds(500), runner.RunNext, stoppingToken)),
        .. sealers.Select(sealer => Loop("audit seal", TimeSpan.FromSeconds(2), sealer.SealPending, stoppingToken)),
    ]);

    /// <param name="once">Returns true when there may be more to do at once.</param>
    async Task Loop(string what, TimeSpan pause, Func<CancellationToken, Task<bool>> once, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await once(ct)) continue;
                await Task.Delay(pause, clock, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The database may be away for a moment; the loop must outlive that.
                LogFailure(log, failure, what);
                await Task.Delay(TimeSpan.FromSeconds(2), clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Background loop '{What}' failed; it goes on")]
    static partial void LogFailure(ILogger log, Exception failure, string what);
}
