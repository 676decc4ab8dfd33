using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Modular.Shared;

/// <summary>
/// Carries a module's events to the reactions of the others: in order per aggregate, at least once, by one instance at a time.
/// A failing event is tried again with growing pauses and holds back only later news about the same thing; after
/// <see cref="MaximumAttempts"/> it is set aside as a dead letter.
/// </summary>
public sealed partial class OutboxDelivery<TDb>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxDelivery<TDb>> log) : IOutboxDelivery
    where TDb : ModuleDbContext
{
    public const int MaximumAttempts = 12;

    const int BatchSize = 200;

    static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(30);

    readonly Guid _me = Guid.CreateVersion7();
    readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<int> DeliverPending(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var delivered = 0;
            while (true)
            {
                var (done, more) = await DeliverBatch(ct);
                delivered += done;
                if (!more) return delivered;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task<(int Done, bool More)> DeliverBatch(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var now = clock.GetUtcNow();
        var heldBack = await db.Outbox
            .Where(m => m.DeliveredAt == null && m.DeadAt == null && m.NextAttemptAt > now)
            .Select(m => m.Aggregate).Distinct().ToListAsync(ct);
        var batch = await db.Outbox
            .Where(m => m.DeliveredAt == null && m.DeadAt == null && !heldBack.Contains(m.Aggregate))
            .OrderBy(m => m.Sequence).Take(BatchSize).ToListAsync(ct);
        if (batch.Count == 0 || !await Lease.Take(db, "outbox", _me, LeaseLength, clock, ct)) return (0, false);

        var failed = new HashSet<Guid>();
        var done = 0;
        foreach (var message in batch.Where(message => !failed.Contains(message.Aggregate)))
        {
            if (await Deliver(message, ct)) done++;
            else failed.Add(message.Aggregate);
        }

        await db.SaveChangesAsync(ct);
        return (done, batch.Count == BatchSize || failed.Count > 0 && done > 0);
    }

    async Task<bool> Deliver(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Publish(message.Open(), ct);
            message.DeliveredAt = clock.GetUtcNow();
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            message.Attempts++;
            message.Error = failure.Message.Length > 2000 ? failure.Message[..2000] : failure.Message;
            if (message.Attempts >= MaximumAttempts) message.DeadAt = clock.GetUtcNow();
            else message.NextAttemptAt = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, message.Attempts)));
            LogFailure(log, failure, message.Type, message.Sequence, message.Attempts);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Delivering {Type} ({Sequence}) failed, attempt {Attempt}")]
    static partial void LogFailure(ILogger log, Exception failure, string type, long sequence, int attempt);
}

/// <summary>Delivery of one module's outbox; a background loop calls it, and tests call it directly instead of sleeping.</summary>
public interface IOutboxDelivery
{
    /// <summary>Delivers what is due. Returns how many events arrived.</summary>
    Task<int> DeliverPending(CancellationToken ct);
}
