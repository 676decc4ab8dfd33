using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

internal sealed record CheckOrder(Guid ImportId);

/// <summary>Checks a list that is too long to be checked while its sender waits.</summary>
internal sealed class ImportCheckWork(InstrumentsDb db, ImportCheck check, TimeProvider clock) : IJobWork
{
    public const string Name = "instruments.import-check";

    public string Kind => Name;

    public async Task<object?> Run(Job job, JobProgress progress, CancellationToken ct)
    {
        var order = JsonSerializer.Deserialize<CheckOrder>(job.Input, JsonShape.Options)!;
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == order.ImportId && i.JobId == job.Id, ct);
        // Thrown away, or checked by a run that was believed dead.
        if (import is null || !import.Busy) return null;
        try
        {
            await check.Run(import, fresh: false, progress, ct);
        }
        catch (SheetRefused refused)
        {
            (import.State, import.Failure) = (ImportState.Failed, new ImportFailure(refused.Code, refused.Message));
            import.Version++;
            db.TellStopped(import, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Thrown away while it was being checked.
        }

        return null;
    }
}
