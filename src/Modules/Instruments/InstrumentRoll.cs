using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Instruments;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Answers which instruments a unit had in a year.</summary>
internal sealed class InstrumentRoll(InstrumentsDb db) : IInstrumentRoll
{
    static readonly Sorts<Instrument> Orders = new("assetNumber", new Dictionary<string, Expression<Func<Instrument, object?>>>(StringComparer.Ordinal)
    {
        ["assetNumber"] = instrument => instrument.AssetNumber,
        ["name"] = instrument => instrument.NameZh,
        ["originalValueFen"] = instrument => instrument.OriginalValueFen,
    }, instrument => instrument.Id);

    static readonly Expression<Func<Instrument, RollEntry>> Entry = i => new RollEntry(i.Id, i.UnitId, i.UnitPath, i.AssetNumber, i.NameZh ?? "", i.Model, i.Generality == Generality.Special);

    public async Task<RollPage> Page(RollQuery query, CancellationToken ct)
    {
        var instruments = InService(query.Year).Where(i => i.UnitId == query.UnitId);
        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            var text = query.Search.Trim();
            instruments = instruments.Where(i => i.NameZh!.Contains(text) || i.AssetNumber!.Contains(text) || i.Model!.Contains(text));
        }

        if (query.Only is { } only) instruments = instruments.Where(i => only.Contains(i.Id));
        if (query.Except is { } except) instruments = instruments.Where(i => !except.Contains(i.Id));
        var page = await Orders.Apply(instruments, query.Sort).Select(Entry).ToPage(query.Page, query.Size, ct, count: instruments.CountAsync);
        return new RollPage(page.Items, page.Total, page.Number, page.Size);
    }

    public async Task<IReadOnlyList<RollEntry>> Of(int year, Guid unitId, CancellationToken ct) =>
        await InService(year).Where(i => i.UnitId == unitId).OrderBy(i => i.AssetNumber).ThenBy(i => i.Id).Select(Entry).ToListAsync(ct);

    public async Task<IReadOnlyDictionary<Guid, RollEntry>> FindMany(int year, IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct) =>
        await InService(year).Where(i => instrumentIds.Contains(i.Id)).Select(Entry).ToDictionaryAsync(i => i.Id, ct);

    public async Task<IReadOnlyDictionary<Guid, int>> CountByUnit(int year, string scopePath, IReadOnlyCollection<Guid>? only, CancellationToken ct)
    {
        var instruments = InService(year).Where(i => i.UnitPath.StartsWith(scopePath));
        if (only is not null) instruments = instruments.Where(i => only.Contains(i.Id));
        return await instruments.GroupBy(i => i.UnitId).Select(unit => new { unit.Key, Count = unit.Count() }).ToDictionaryAsync(unit => unit.Key, unit => unit.Count, ct);
    }

    // From the first day that is known of it; without any day it is taken as there.
    IQueryable<Instrument> InService(int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return db.Instruments.AsNoTracking().Where(i =>
            ((i.InUseSince ?? i.AcceptedOn ?? i.BookedOn) == null || (i.InUseSince ?? i.AcceptedOn ?? i.BookedOn) <= last) && (i.RetiredOn == null || i.RetiredOn >= first));
    }
}
