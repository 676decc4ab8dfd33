using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Writes the rows of one checked list into the registry, a chunk at a time, within the caller's transaction.</summary>
internal sealed class ImportTakeover(InstrumentsDb db, InstrumentImport import, UnitLookup units, CurrentUser by, TimeProvider clock)
{
    const int CreatedAtOnce = 1_000;
    const int ChangedAtOnce = 500;

    readonly DateTimeOffset _now = clock.GetUtcNow();

    /// <summary>Rows that no longer mean what they meant when the list was checked.</summary>
    public async Task<Dictionary<int, RowFinding>> FindChangedMeanwhile(CancellationToken ct)
    {
        var changed = await (
            from row in Rows(RowOutcome.Change)
            join found in db.Instruments on row.InstrumentId equals found.Id into instruments
            from instrument in instruments.DefaultIfEmpty()
            where instrument == null || instrument.Version != row.InstrumentVersion
            select row.Number).ToListAsync(ct);
        // Rows without a number are not alike for that; and a comparison that held for them would know no index.
        var entered = await Rows(RowOutcome.Create)
            .Where(row => db.Instruments.Any(instrument => instrument.AssetNumber != null && instrument.UnitId == row.UnitId && instrument.AssetNumber == row.AssetNumber))
            .Select(row => row.Number).ToListAsync(ct);
        var gone = (await Rows(RowOutcome.Create).Select(r => r.UnitId!.Value).Distinct().ToListAsync(ct)).Where(id => units.Find(id) is null).ToList();
        var homeless = gone.Count == 0 ? [] : await Rows(RowOutcome.Create).Where(r => gone.Contains(r.UnitId!.Value)).Select(r => r.Number).ToListAsync(ct);
        return changed.Concat(entered).Concat(homeless).Concat(await FindEntered(ct)).Distinct()
            .ToDictionary(number => number, _ => new RowFinding("instrument.changed-meanwhile", FaultSeverity.Error, null, null, "", [], null));
    }

    // Rows without a number have no key that the database could guard: what looks like them and belongs to no other row was entered meanwhile.
    async Task<IReadOnlyList<int>> FindEntered(CancellationToken ct)
    {
        var entered = new List<int>();
        var match = new RegistryMatch(db);
        for (var last = 0; ;)
        {
            var rows = await Rows(RowOutcome.Create).Where(r => r.AssetNumber == null && r.Number > last).OrderBy(r => r.Number).Take(CreatedAtOnce)
                .Select(r => new NewRow(r.Number, r.UnitId!.Value, r.InstrumentId!.Value, r.Record!)).ToListAsync(ct);
            if (rows.Count == 0) return entered;
            if (last == 0) match.Give(await db.ImportRows.Where(r => r.ImportId == import.Id && r.InstrumentId != null).Select(r => r.InstrumentId!.Value).ToListAsync(ct));
            last = rows[^1].Number;
            var keys = rows.ConvertAll(row => new MatchKey(row.UnitId, RecordJson.Read(row.Record)));
            await match.Load(keys, ct);
            entered.AddRange(rows.Where((row, index) => match.Find(keys[index], out var _) is not null).Select(row => row.Number));
        }
    }

    public async Task<int> Create(Func<int, Task> report, CancellationToken ct)
    {
        var done = 0;
        var rows = await NextToCreate(0, ct);
        var made = Task.Run(() => Make(rows), ct);
        while (rows.Count > 0)
        {
            var ready = await made;
            var count = rows.Count;
            rows = await NextToCreate(rows[^1].Number, ct);
            // The next chunk is made while this one is written: a long list keeps two processors busy.
            var next = rows;
            made = Task.Run(() => Make(next), ct);
            await Insert(ready, ct);
            await report(done += count);
        }

        return done;
    }

    /// <summary>In the order of the instruments' keys: whoever else changes several goes the same way, and none waits for the other.</summary>
    public async Task<int> Change(Func<int, Task> report, CancellationToken ct)
    {
        var rows = await Rows(RowOutcome.Change).OrderBy(r => r.InstrumentId)
            .Select(r => new { r.Number, Id = r.InstrumentId!.Value, Version = r.InstrumentVersion!.Value }).ToListAsync(ct);
        var done = 0;
        foreach (var chunk in rows.Chunk(ChangedAtOnce))
        {
            var (ids, numbers) = (chunk.Select(r => r.Id).ToList(), chunk.Select(r => r.Number).ToList());
            var records = await Rows(RowOutcome.Change).Where(r => numbers.Contains(r.Number)).ToDictionaryAsync(r => r.Number, r => r.Record!, ct);
            var instruments = await db.Instruments.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
            foreach (var row in chunk)
            {
                if (!instruments.TryGetValue(row.Id, out var instrument)) throw new DbUpdateConcurrencyException($"Instrument {row.Id} is gone.");
                var changes = instrument.Edit(RecordJson.Read(records[row.Number]), row.Version, _now);
                db.KeepEdit(instrument, by, clock, "imported", _now, changes, Source(row.Number));
            }

            await db.SaveChangesAsync(ct);
            foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.Entity is not InstrumentImport).ToList()) entry.State = EntityState.Detached;
            await report(done += chunk.Length);
        }

        return done;
    }

    Task<List<NewRow>> NextToCreate(int after, CancellationToken ct) =>
        Rows(RowOutcome.Create).Where(r => r.Number > after).OrderBy(r => r.Number).Take(CreatedAtOnce)
            .Select(r => new NewRow(r.Number, r.UnitId!.Value, r.InstrumentId!.Value, r.Record!)).ToListAsync(ct);

    Made Make(List<NewRow> rows)
    {
        var instruments = rows.ConvertAll(row => Instrument.Draft(UnitOf(row.UnitId), RecordJson.Read(row.Record), _now, row.InstrumentId));
        return new Made(
            instruments,
            [.. instruments.Zip(rows, (instrument, row) => History.Step(instrument, by, "imported", _now, FieldChange.Initial(instrument, row.Record), Source(row.Number)))],
            [.. instruments.Zip(rows, (instrument, row) => AuditEntry.Of(by, _now, "instrument.imported", instrument.Id, instrument.UnitPath, before: null, row.Record, Source(row.Number)))],
            [.. instruments.Select(instrument => instrument.DeclaredUsage() is { } usage ? OutboxMessage.For(instrument.Id, usage, _now) : null).OfType<OutboxMessage>()]);
    }

    async Task Insert(Made made, CancellationToken ct)
    {
        await db.BulkInsertAsync(made.Instruments, ct);
        await db.BulkInsertAsync(made.Steps, ct);
        await db.BulkInsertAsync(made.Trail, ct);
        await db.BulkInsertAsync(made.News, ct);
    }

    IQueryable<ImportRow> Rows(RowOutcome outcome) => db.ImportRows.AsNoTracking().Where(r => r.ImportId == import.Id && r.Outcome == outcome);

    UnitSummary UnitOf(Guid id) => units.Find(id) ?? throw new InvalidOperationException($"Unit {id} is not in reach; its rows were to be refused.");

    string Source(int row) => $"{import.FileName} · {row}";

    sealed record Made(List<Instrument> Instruments, List<InstrumentRevision> Steps, List<AuditEntry> Trail, List<OutboxMessage> News);

    sealed record NewRow(int Number, Guid UnitId, Guid InstrumentId, string Record);
}
