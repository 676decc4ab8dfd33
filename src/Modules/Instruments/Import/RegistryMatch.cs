using Microsoft.EntityFrameworkCore;

namespace Modular.Instruments;

/// <summary>A row's unit and record, to find the instrument it is about.</summary>
internal readonly record struct MatchKey(Guid UnitId, InstrumentRecord Record);

/// <summary>
/// Finds the instruments that rows are about, many rows a question: by unit and asset number; a row without a number by unit, name,
/// model, value and booking date. Of several alike instruments each is given out once, so a list that names three finds three.
/// </summary>
internal sealed class RegistryMatch(InstrumentsDb db)
{
    const int LookUpsAtOnce = 5_000;

    readonly HashSet<Guid> _given = [];
    Dictionary<(Guid, string), Instrument> _byNumber = [];
    Dictionary<(Guid, string?, string?, long?, DateOnly?), Queue<Instrument>> _alike = [];

    /// <summary>Instruments that other rows of the list have been matched with.</summary>
    public void Give(IEnumerable<Guid> instruments) => _given.UnionWith(instruments);

    /// <summary>All instruments that the loaded rows could be about.</summary>
    public IEnumerable<Guid> Candidates => _byNumber.Values.Concat(_alike.Values.SelectMany(queue => queue)).Select(instrument => instrument.Id).Distinct();

    /// <summary>Asks the registry about the next rows.</summary>
    public async Task Load(IReadOnlyCollection<MatchKey> rows, CancellationToken ct)
    {
        var numbered = rows.Where(row => row.Record.AssetNumber is not null).ToList();
        var others = rows.Where(row => row.Record is { AssetNumber: null, NameZh: not null }).ToList();
        _byNumber = numbered.Count == 0 ? [] : await ByNumber(numbered, ct);
        _alike = others.Count == 0 ? [] : await Alike(others, ct);
    }

    /// <summary>
    /// The instrument that one of the loaded rows is about; null when the registry does not have it. Rows with a number are to be asked for first:
    /// those without take what is left.
    /// </summary>
    /// <param name="taken">Another row has been given the same instrument.</param>
    public Instrument? Find(MatchKey row, out bool taken)
    {
        var record = row.Record;
        taken = false;
        if (record.AssetNumber is { } number)
        {
            var found = _byNumber.GetValueOrDefault((row.UnitId, number));
            taken = found is not null && !_given.Add(found.Id);
            return found;
        }

        var alike = _alike.GetValueOrDefault((row.UnitId, record.NameZh, record.Model, record.OriginalValueFen, record.BookedOn));
        while (alike is not null && alike.TryDequeue(out var next))
        {
            if (_given.Add(next.Id)) return next;
        }

        return null;
    }

    async Task<Dictionary<(Guid, string), Instrument>> ByNumber(List<MatchKey> rows, CancellationToken ct)
    {
        var found = new Dictionary<(Guid, string), Instrument>();
        foreach (var (units, numbers) in Questions(rows))
        {
            await foreach (var instrument in db.Instruments.AsNoTracking()
                .Where(i => units.Contains(i.UnitId) && numbers.Contains(i.AssetNumber!)).AsAsyncEnumerable().WithCancellation(ct))
                found[(instrument.UnitId, instrument.AssetNumber!)] = instrument;
        }

        return found;
    }

    // The database looks up every unit with every number: few units a question keep that from growing with the square.
    static IEnumerable<(List<Guid> Units, List<string> Numbers)> Questions(List<MatchKey> rows)
    {
        var (units, numbers) = (new List<Guid>(), new List<string>());
        foreach (var unit in rows.GroupBy(row => row.UnitId, row => row.Record.AssetNumber!))
        {
            var own = unit.Distinct(StringComparer.Ordinal).ToList();
            if (units.Count > 0 && (long)(units.Count + 1) * (numbers.Count + own.Count) > LookUpsAtOnce)
            {
                yield return (units, numbers);
                (units, numbers) = ([], []);
            }

            units.Add(unit.Key);
            numbers.AddRange(own);
        }

        if (units.Count > 0) yield return (units, numbers);
    }

    async Task<Dictionary<(Guid, string?, string?, long?, DateOnly?), Queue<Instrument>>> Alike(List<MatchKey> rows, CancellationToken ct)
    {
        var units = rows.Select(row => row.UnitId).Distinct().ToList();
        var names = rows.Select(row => row.Record.NameZh!).Distinct(StringComparer.Ordinal).ToList();
        var found = await db.Instruments.AsNoTracking()
            .Where(i => units.Contains(i.UnitId) && names.Contains(i.NameZh!))
            .OrderBy(i => i.AssetNumber != null).ThenBy(i => i.Id)
            .ToListAsync(ct);
        return found
            .GroupBy(i => (i.UnitId, i.NameZh, i.Model, i.OriginalValueFen, i.BookedOn))
            .ToDictionary(group => group.Key, group => new Queue<Instrument>(group));
    }
}
