using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Instruments;

namespace Modular.Instruments;

/// <summary>Shows the whole registry to the duplication check.</summary>
internal sealed class InstrumentStock(InstrumentsDb db) : IInstrumentStock
{
    public IAsyncEnumerable<StockInstrument> TouchedSince(DateTimeOffset? moment, CancellationToken ct)
    {
        var touched = db.Instruments.AsNoTracking();
        if (moment is { } from) touched = touched.Where(i => i.UpdatedAt >= from);
        return touched
            .Select(i => new StockInstrument(
                i.Id, i.Version, i.UpdatedAt, i.LifeCycle != LifeCycle.Retired, i.NameZh, i.NameEn, i.Model, i.Manufacturer, i.ClassCode, i.TechnicalSpecifications, i.Functions, i.OriginalValueFen))
            .AsAsyncEnumerable();
    }

    public async Task<IReadOnlyDictionary<Guid, StockCard>> FindMany(IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct)
    {
        var rows = await db.Instruments.AsNoTracking()
            .Where(i => instrumentIds.Contains(i.Id))
            .Select(i => new
            {
                i.Id, i.NameZh, i.NameEn, i.Model, i.Manufacturer, i.ClassCode, i.TechnicalSpecifications, i.Functions, i.OriginalValueFen, i.BookedOn,
                i.UnitId, i.UnitPath, i.UnitName, i.RegionCode, i.LifeCycle, i.OperatingStatus, i.SharingMode, i.ContactName, i.ContactPhone,
            })
            .ToListAsync(ct);
        return rows.ToDictionary(i => i.Id, i => new StockCard(
            i.Id, i.NameZh ?? "", i.NameEn, i.Model, i.Manufacturer, i.ClassCode, i.TechnicalSpecifications, i.Functions, i.OriginalValueFen, i.BookedOn,
            i.UnitId, i.UnitPath, i.UnitName, i.RegionCode, Code(i.LifeCycle)!, Code(i.OperatingStatus), Code(i.SharingMode),
            i.LifeCycle == LifeCycle.Listed ? i.ContactName : null, i.LifeCycle == LifeCycle.Listed ? i.ContactPhone : null));
    }

    static string? Code(Enum? value) => value is null ? null : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
