using System.Text.Json;
using Modular.Shared;

namespace Modular.Instruments;

internal static class ImportJobs
{
    /// <summary>Hands a list's check to the background.</summary>
    public static Job CheckLater(this InstrumentsDb db, InstrumentImport import, CurrentUser user, DateTimeOffset now) =>
        db.Later(import, ImportCheckWork.Name, JsonSerializer.Serialize(new CheckOrder(import.Id), JsonShape.Options), ImportState.Waiting, user, now);

    public static Job Later(this InstrumentsDb db, InstrumentImport import, string kind, string order, ImportState state, CurrentUser user, DateTimeOffset now)
    {
        var job = new Job { Kind = kind, Input = order, AccountId = user.AccountId, AccountName = user.DisplayName, OwnerPath = import.OwnerPath, CreatedAt = now };
        db.Jobs.Add(job);
        (import.State, import.Failure, import.JobId) = (state, null, job.Id);
        return job;
    }
}
