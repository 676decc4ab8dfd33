using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

internal enum CommitMode
{
    /// <summary>Every row, or nothing.</summary>
    All,

    /// <summary>The rows without errors; those with errors are left out.</summary>
    Clean,
}

internal sealed record CommitOrder(Guid ImportId, CommitMode Mode, Requester By);

/// <summary>
/// Takes a checked list over into the registry, all in one transaction that also says so of the import. Wherever it is killed, nothing has
/// happened and it can run again; once it is done, running it again does nothing.
/// </summary>
internal sealed class ImportCommitWork(InstrumentsDb db, IUnitDirectory units, TimeProvider clock) : IJobWork
{
    public const string Name = "instruments.import-commit";

    /// <summary>How often it begins anew when somebody writes into the registry between its look and its own writing.</summary>
    const int Attempts = 5;

    const string Turn = "import-commit";

    public string Kind => Name;

    public async Task<object?> Run(Job job, JobProgress progress, CancellationToken ct)
    {
        var order = JsonSerializer.Deserialize<CommitOrder>(job.Input, JsonShape.Options)!;
        await MakeTurn(ct);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(job.Id, order, progress, ct);
            }
            catch (Exception raced) when (attempt < Attempts && IsRace(raced))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    static bool IsRace(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || exception is DbUpdateException update && Databases.IsUniqueViolation(update)
        || exception is System.Data.Common.DbException thrown && Databases.IsUniqueViolation(thrown);

    async Task<ImportResult?> Once(Guid jobId, CommitOrder order, JobProgress progress, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // One takeover at a time: two lists with the same instruments would each find the registry without them.
        await db.Leases.Where(lease => lease.Name == Turn).ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, clock.GetUtcNow()), ct);
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == order.ImportId && i.JobId == jobId && i.State == ImportState.Committing, ct);
        // Done by a run that was believed dead.
        if (import is null) return null;

        var by = order.By.AsUser();
        var takeover = new ImportTakeover(db, import, new UnitLookup(await units.Within(import.OwnerPath, ct)), by, clock);
        var changed = await takeover.FindChangedMeanwhile(ct);
        if (changed.Count > 0)
        {
            var tally = FaultTally.Of(import);
            await db.Refuse(import.Id, changed, tally, ct);
            tally.ApplyTo(import);
        }

        ImportResult? result = null;
        if (changed.Count > 0 && order.Mode == CommitMode.All)
        {
            (import.State, import.Failure) = (ImportState.Ready, ImportFailures.ChangedMeanwhile);
            db.TellStopped(import, clock.GetUtcNow());
        }
        else
        {
            result = await TakeOver(import, takeover, progress, ct);
            (import.State, import.Failure, import.Result, import.FinishedAt) = (ImportState.Done, null, result, clock.GetUtcNow());
            db.TellCommitted(import, result, clock.GetUtcNow());
            db.Record(by, clock, "import.committed", import.Id, import.OwnerPath, after: new { import.FileName, import.FileHash, order.Mode, result });
        }

        import.Version++;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return result;
    }

    async Task<ImportResult> TakeOver(InstrumentImport import, ImportTakeover takeover, JobProgress progress, CancellationToken ct)
    {
        var total = import.Counts.Create + import.Counts.Change;
        var created = await takeover.Create(done => progress.Report(done, total, ct), ct);
        var changed = await takeover.Change(done => progress.Report(created + done, total, ct), ct);
        return new ImportResult(created, changed, import.Counts.Leave, import.Counts.Refuse);
    }

    // The row whose lock is the turn must be there before anybody waits for it.
    async Task MakeTurn(CancellationToken ct)
    {
        if (await db.Leases.AnyAsync(lease => lease.Name == Turn, ct)) return;
        db.Leases.Add(new Lease { Name = Turn });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException raced) when (Databases.IsUniqueViolation(raced))
        {
            db.ChangeTracker.Clear();
        }
    }
}
