using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>Checks one mended row again, and with it the rows that share its asset number or did so before.</summary>
internal sealed class ImportRecheck(InstrumentsDb db, IUnitDirectory units, IPolicies policies, IFileStore files, TimeProvider clock)
{
    public async Task Run(InstrumentImport import, ImportRow mended, Dictionary<string, string> texts, bool leftOut, CancellationToken ct)
    {
        var check = await CheckOf(import, ct);
        var first = Reread(check, mended, texts, leftOut);
        var numbers = new[] { mended.AssetNumber, first.Record.AssetNumber }.OfType<string>().ToList();
        var twins = numbers.Count == 0 ? []
            : await db.ImportRows.Where(r => r.ImportId == import.Id && r.Number != mended.Number && numbers.Contains(r.AssetNumber!)).ToListAsync(ct);
        List<(ImportRow Row, PendingRow Read)> rows =
            [(mended, first), .. twins.Select(twin => (twin, Reread(check, twin, RowCheck.MendedOf(twin.Mended), twin.LeftOut)))];

        var match = new RegistryMatch(db);
        await match.Load([.. rows.Select(row => row.Read.Key).OfType<MatchKey>()], ct);
        match.Give(await GivenToOthers(import.Id, match, [.. rows.Select(row => row.Row.Number)], ct));
        var times = rows.Select(row => KeyOf(row.Read)).OfType<(Guid, string)>().CountBy(key => key).ToDictionary();
        var tally = FaultTally.Of(import);
        foreach (var (row, read) in rows.OrderBy(row => row.Read.Record.AssetNumber is null))
        {
            tally.Remove(row, RowCheck.FindingsOf(row));
            var concluded = Conclude(check, match, read, times);
            db.Entry(row).CurrentValues.SetValues(concluded.Row);
            tally.Add(row, concluded.Findings);
        }

        tally.ApplyTo(import);
        import.Version++;
        await db.SaveChangesAsync(ct);
    }

    async Task<RowCheck> CheckOf(InstrumentImport import, CancellationToken ct)
    {
        var lookup = new UnitLookup(await units.Within(import.OwnerPath, ct));
        await using var content = files.Open(import.FileHash);
        using var book = SheetReader.Open(content, cancelled: ct);
        // The kept cells know already what merged cells say of them.
        var sample = ImportCheck.SheetOf(book, import.Mapping).Rows().Take(ReadingPlan.SampledRows).ToList();
        var threshold = (await policies.On(clock.Today(), import.OwnerPath, ct)).DutyThresholdFen;
        return new RowCheck(new ReadingPlan(import.Mapping, sample, [], clock.Today()), lookup, await CarrierLookup.Within(db, import.OwnerPath, ct), new RecordRules(clock.Today), threshold, import.Id);
    }

    static PendingRow Reread(RowCheck check, ImportRow row, Dictionary<string, string>? texts, bool leftOut) =>
        check.Reread(row.Number, CellJson.Read(row.Cells), RowCheck.KindOf(row), texts, leftOut);

    async Task<List<Guid>> GivenToOthers(Guid importId, RegistryMatch match, List<int> rows, CancellationToken ct)
    {
        var candidates = match.Candidates.ToList();
        return candidates.Count == 0 ? []
            : await db.ImportRows.Where(r => r.ImportId == importId && candidates.Contains(r.InstrumentId!.Value) && !rows.Contains(r.Number))
                .Select(r => r.InstrumentId!.Value).ToListAsync(ct);
    }

    static ConcludedRow Conclude(RowCheck check, RegistryMatch match, PendingRow read, Dictionary<(Guid, string), int> times)
    {
        if (read.Key is not { } key) return check.Conclude(read, null);
        var existing = match.Find(key, out var taken);
        if (KeyOf(read) is { } number && times[number] > 1) return check.Conclude(read, existing, ValueFault.Error("asset-number.repeated", number.Item2));
        return taken ? check.Conclude(read, existing, ValueFault.Error("instrument.matched-twice")) : check.Conclude(read, existing);
    }

    static (Guid, string)? KeyOf(PendingRow read) => read.Key is { Record.AssetNumber: { } number } key ? (key.UnitId, number) : null;
}
