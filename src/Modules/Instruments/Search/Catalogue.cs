using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Contracts;

namespace Modular.Instruments;

/// <summary>
/// The public catalogue's index and how it follows the registry: built at start, then kept current by asking every moment which
/// listed instruments were changed. The registry's own clock column is asked rather than this instance's events, so every instance
/// behind one database follows alike.
/// </summary>
internal sealed partial class Catalogue(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Catalogue> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A transaction may become visible some time after the moment it wrote down; what was seen before is only taken again.
    static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    readonly SemaphoreSlim _turn = new(1, 1);
    readonly Dictionary<Guid, (int Version, DateTimeOffset UpdatedAt)> _taken = [];
    DateTimeOffset _since = DateTimeOffset.MinValue;

    public CatalogueIndex Index { get; } = new();

    /// <summary>Takes up what has changed since the last time. The first time that is everything.</summary>
    public async Task Follow(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<InstrumentsDb>();
            var now = clock.GetUtcNow();
            if (_since == DateTimeOffset.MinValue) await Load(db, ct);
            else await TakeChanges(db, ct);
            _since = now;
        }
        finally
        {
            _turn.Release();
        }
    }

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
                // The database may be away for a moment; the catalogue goes on answering from what it knows.
                LogFailure(log, failure);
                await Task.Delay(TimeSpan.FromSeconds(2), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    Task Load(InstrumentsDb db, CancellationToken ct) =>
        Index.Load(db.Instruments.AsNoTracking().Where(i => i.LifeCycle == LifeCycle.Listed).Select(Row).AsAsyncEnumerable().Select(Document), ct);

    async Task TakeChanges(InstrumentsDb db, CancellationToken ct)
    {
        var from = _since - Overlap;
        var recent = await db.Instruments.AsNoTracking().Where(i => i.UpdatedAt >= from).Select(i => new { i.Id, i.Version, i.UpdatedAt, i.LifeCycle }).ToListAsync(ct);
        var changed = recent.Where(i => _taken.GetValueOrDefault(i.Id) != (i.Version, i.UpdatedAt)).ToList();
        foreach (var gone in changed.Where(i => i.LifeCycle != LifeCycle.Listed)) Index.Remove(gone.Id);
        foreach (var batch in changed.Where(i => i.LifeCycle == LifeCycle.Listed).Select(i => i.Id).Chunk(1000))
        {
            var rows = await db.Instruments.AsNoTracking().Where(i => batch.Contains(i.Id) && i.LifeCycle == LifeCycle.Listed).Select(Row).ToListAsync(ct);
            Index.Upsert([.. rows.Select(Document)]);
        }

        // Only what may be seen once more has to be remembered.
        _taken.Clear();
        foreach (var instrument in recent) _taken[instrument.Id] = (instrument.Version, instrument.UpdatedAt);
    }

    static readonly Expression<Func<Instrument, CatalogueSource>> Row = i => new CatalogueSource(
        i.Id, i.NameZh, i.NameEn, i.Model, i.Manufacturer, i.ClassCode, i.UnitId, i.UnitName, i.RegionCode, i.Street, i.Functions, i.ServicesOffered,
        i.OriginalValueFen, i.ListedOn, i.SharingMode);

    static CatalogueDocument Document(CatalogueSource i) => new(
        i.Id, i.NameZh ?? "", i.NameEn, i.Model, i.Manufacturer, i.ClassCode ?? "990000", i.UnitId, i.UnitName, i.RegionCode ?? "150000",
        PlaceName(i.RegionCode), i.Functions, i.Services, i.OriginalValueFen ?? 0, i.ListedOn ?? DateOnly.MinValue, i.SharingMode);

    static string? PlaceName(string? code) => code is null || Regions.Find(code) is not { } region ? null
        : region.ParentCode is { } parent && region.Level == RegionLevel.County ? $"{Regions.Find(parent)!.NameZh}{region.NameZh}" : region.NameZh;

    [LoggerMessage(LogLevel.Error, "The catalogue could not follow the registry; it goes on with what it knows")]
    static partial void LogFailure(ILogger log, Exception failure);

    sealed record CatalogueSource(
        Guid Id, string? NameZh, string? NameEn, string? Model, string? Manufacturer, string? ClassCode, Guid UnitId, string UnitName, string? RegionCode,
        string? Street, string? Functions, string? Services, long? OriginalValueFen, DateOnly? ListedOn, SharingMode? SharingMode);
}
