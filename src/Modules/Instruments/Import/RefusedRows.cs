using Microsoft.EntityFrameworkCore;

namespace Modular.Instruments;

/// <summary>Rows of a checked list that turn out to be wrong after all.</summary>
internal static class RefusedRows
{
    const int AtOnce = 1_000;

    public static void Refuse(this ImportRow row, RowFinding fault, FaultTally tally)
    {
        var findings = RowCheck.FindingsOf(row);
        tally.Remove(row, findings);
        row.Outcome = RowOutcome.Refuse;
        findings = [.. findings, fault];
        RowCheck.Keep(row, findings);
        tally.Add(row, findings);
    }

    /// <summary>Gives the rows a fault and takes them out of what will be taken over; the tally follows.</summary>
    public static async Task Refuse(this InstrumentsDb db, Guid importId, IReadOnlyDictionary<int, RowFinding> faults, FaultTally tally, CancellationToken ct)
    {
        foreach (var chunk in faults.Keys.Order().Chunk(AtOnce))
        {
            var rows = await db.ImportRows.Where(r => r.ImportId == importId && chunk.Contains(r.Number)).ToListAsync(ct);
            foreach (var row in rows) row.Refuse(faults[row.Number], tally);
            await db.SaveChangesAsync(ct);
            foreach (var row in rows) db.Entry(row).State = EntityState.Detached;
        }
    }
}
