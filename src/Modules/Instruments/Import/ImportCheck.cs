using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>
/// Reads a list to its end, compares it with the registry and keeps what would become of every row, in one transaction: a check that is
/// stopped leaves the one before it. Rows pass through in chunks; nothing grows with the list but the numbers that must not repeat.
/// </summary>
internal sealed class ImportCheck(InstrumentsDb db, IUnitDirectory units, IPolicies policies, IFileStore files, TimeProvider clock)
{
    /// <summary>A list up to this length is checked while its sender waits.</summary>
    public const int AtOnce = 5_000;

    // What is done with before memory is collected costs nothing to collect. Somebody who waits is asked for in one go: few statements (P11).
    const int InBackground = 1_000;

    /// <param name="fresh">No rows have been kept yet.</param>
    public async Task Run(InstrumentImport import, bool fresh, JobProgress? progress, CancellationToken ct)
    {
        await using var content = files.Open(import.FileHash);
        using var book = SheetReader.Open(content, cancelled: ct);
        var sheet = SheetOf(book, import.Mapping);
        var total = progress is null ? 0 : sheet.AboutRows();
        var lookup = new UnitLookup(await units.Within(import.OwnerPath, ct));
        import.UnitName = import.Mapping.UnitId is { } fixedUnit ? (lookup.Find(fixedUnit) ?? throw ImportProblems.UnitNotFound(fixedUnit)).Name : null;
        var plan = PlanOf(sheet, import.Mapping, clock.Today());

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var mended = fresh ? [] : await Mended(import.Id, ct);
        if (!fresh) await db.ImportRows.Where(r => r.ImportId == import.Id).ExecuteDeleteAsync(ct);
        var threshold = (await policies.On(clock.Today(), import.OwnerPath, ct)).DutyThresholdFen;
        var namesCarriers = CarrierLookup.Fields.Any(field => plan.Gives(field) || mended.Values.Any(row => row.Mended?.ContainsKey(field) == true));
        var carriers = namesCarriers ? await CarrierLookup.Within(db, import.OwnerPath, ct) : CarrierLookup.None;
        var pass = new Pass(db, import.Id, new RowCheck(plan, lookup, carriers, new RecordRules(clock.Today), threshold, import.Id));
        var read = 0;
        IEnumerable<SheetRow> Counted()
        {
            foreach (var row in sheet.Rows())
            {
                read++;
                yield return row;
            }
        }

        PendingRow Check(ListRow row) => mended.TryGetValue(row.Read.Number, out var by)
            ? pass.Check.Reread(row.Read.Number, row.Cells, row.Kind, by.Mended, by.LeftOut)
            : pass.Check.Take(row.Read, row.Cells, row.Kind);
        var listed = Ahead(Rows(Counted(), plan).Chunk(progress is null ? AtOnce : InBackground), ct);
        await foreach (var chunk in Ahead(listed, rows => Array.ConvertAll(rows, Check), ct))
        {
            await pass.Take(chunk, ct);
            if (progress is not null) await progress.Report(Math.Min(pass.Done, total), total, ct);
        }

        await pass.Finish(ct);
        pass.Tally.ApplyTo(import);
        import.Sheets = [.. import.Sheets.Select(s => s.Name == sheet.Name ? s with { Rows = read } : s)];
        (import.State, import.Failure) = (ImportState.Ready, null);
        import.Version++;
        if (progress is not null) db.TellChecked(import, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
    }

    public static Sheet SheetOf(SheetBook book, ImportMapping mapping) =>
        book.Sheets.FirstOrDefault(sheet => sheet.Name == mapping.Sheet) ?? throw ImportProblems.NoSuchSheet();

    public static ReadingPlan PlanOf(Sheet sheet, ImportMapping mapping, DateOnly today) =>
        new(mapping, [.. sheet.Rows().Take(ReadingPlan.SampledRows)], sheet.Merges, today);

    static IEnumerable<ListRow> Rows(IEnumerable<SheetRow> rows, ReadingPlan plan)
    {
        var (kinds, reading) = (new RowClassification(plan.Header), plan.InOrder());
        foreach (var row in rows.Where(row => row.Number > plan.Mapping.HeaderLast))
        {
            var kind = kinds.Classify(row);
            if (kind == RowKind.Blank) continue;
            var read = reading.Read(row);
            yield return new ListRow(read, plan.CellsOf(read.Row), kind);
        }
    }

    // The next chunk is read while the one before it is compared and written: a long list keeps two processors busy.
    static async IAsyncEnumerable<ListRow[]> Ahead(IEnumerable<ListRow[]> chunks, [EnumeratorCancellation] CancellationToken ct)
    {
        using var source = chunks.GetEnumerator();
        ListRow[]? Next() => source.MoveNext() ? source.Current : null;
        var next = Task.Run(Next, ct);
        try
        {
            while (await next is { } chunk)
            {
                next = Task.Run(Next, ct);
                yield return chunk;
            }
        }
        finally
        {
            // The file is closed after this; nobody may still be reading it.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A stage between reading and comparing, on a processor of its own where there is one.
    static async IAsyncEnumerable<PendingRow[]> Ahead(IAsyncEnumerable<ListRow[]> chunks, Func<ListRow[], PendingRow[]> check, [EnumeratorCancellation] CancellationToken ct)
    {
        Task<PendingRow[]>? last = null;
        await foreach (var chunk in chunks.WithCancellation(ct))
        {
            var next = Task.Run(() => check(chunk), ct);
            if (last is not null) yield return await last;
            last = next;
        }

        if (last is not null) yield return await last;
    }

    // What was mended by hand stays mended when the columns are mapped anew.
    async Task<Dictionary<int, (Dictionary<string, string>? Mended, bool LeftOut)>> Mended(Guid importId, CancellationToken ct)
    {
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.ImportId == importId && (r.Mended != null || r.LeftOut))
            .Select(r => new { r.Number, r.Mended, r.LeftOut }).ToListAsync(ct);
        return rows.ToDictionary(r => r.Number, r => (RowCheck.MendedOf(r.Mended), r.LeftOut));
    }

    /// <summary>A row as it was read, before it is checked.</summary>
    readonly record struct ListRow(ReadRow Read, Dictionary<string, SheetCell> Cells, RowKind Kind);

    /// <summary>One pass through the list.</summary>
    sealed class Pass(InstrumentsDb db, Guid importId, RowCheck check)
    {
        readonly RegistryMatch _match = new(db);
        readonly Dictionary<(Guid Unit, string Number), int> _numbers = [];
        readonly Dictionary<int, RowFinding> _repeated = [];
        ImportRow[] _unwritten = [];

        public RowCheck Check => check;

        public FaultTally Tally { get; } = new();

        public int Done { get; private set; }

        public async Task Take(PendingRow[] rows, CancellationToken ct)
        {
            await _match.Load([.. rows.Select(row => row.Key).OfType<MatchKey>()], ct);
            // The rows before these are written while these are concluded; both done, the database is free for the next question.
            var concluding = Task.Run(() => Conclude(rows), ct);
            await Write(ct);
            _unwritten = await concluding;
            Done += rows.Length;
        }

        public async Task Finish(CancellationToken ct)
        {
            await Write(ct);
            await db.Refuse(importId, _repeated, Tally, ct);
        }

        async Task Write(CancellationToken ct)
        {
            if (_unwritten.Length > 0) await db.BulkInsertAsync(_unwritten, ct);
        }

        ImportRow[] Conclude(PendingRow[] rows)
        {
            var results = new ConcludedRow[rows.Length];
            foreach (var index in Enumerable.Range(0, rows.Length).OrderBy(index => rows[index].Record.AssetNumber is null))
                results[index] = Conclude(rows[index]);
            foreach (var (row, findings) in results) Tally.Add(row, findings);
            // Those of this chunk are not written yet.
            foreach (var (row, _) in results)
                if (_repeated.Remove(row.Number, out var fault)) row.Refuse(fault, Tally);
            return Array.ConvertAll(results, result => result.Row);
        }

        ConcludedRow Conclude(PendingRow row)
        {
            if (row.Key is not { } key) return check.Conclude(row, null);
            var existing = _match.Find(key, out var taken);
            if (key.Record.AssetNumber is { } number && !_numbers.TryAdd((key.UnitId, number), row.Number))
            {
                // The row that stood there first is as doubtful; it may have been written already.
                _repeated.TryAdd(_numbers[(key.UnitId, number)], check.Repeated(number));
                return check.Conclude(row, existing, ValueFault.Error("asset-number.repeated", number));
            }

            return taken ? check.Conclude(row, existing, ValueFault.Error("instrument.matched-twice")) : check.Conclude(row, existing);
        }
    }
}
