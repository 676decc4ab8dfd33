using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

internal static class ImportReach
{
    /// <summary>The imports of the caller's subtree (U-11).</summary>
    public static IQueryable<InstrumentImport> Within(this IQueryable<InstrumentImport> imports, CurrentUser user)
    {
        var scope = user.ScopePath;
        return imports.Where(i => i.OwnerPath.StartsWith(scope));
    }

    /// <summary>One import of the caller's subtree with the work that was last done on it; tracked, to be changed.</summary>
    /// <exception cref="Problem">404 when there is none, or it is not the caller's to see.</exception>
    public static async Task<(InstrumentImport Import, Job? Job)> ImportInReach(this InstrumentsDb db, Guid id, CurrentUser user, CancellationToken ct)
    {
        var found = await db.Imports.Within(user).Where(i => i.Id == id)
            .Select(i => new { Import = i, Job = db.Jobs.SingleOrDefault(j => j.Id == i.JobId) })
            .SingleOrDefaultAsync(ct) ?? throw ImportProblems.NotFound(id);
        found.Import.Settle(found.Job);
        return (found.Import, found.Job);
    }

    /// <summary>One import that nothing is going on with and nothing has come of, in the version that the caller saw.</summary>
    public static async Task<InstrumentImport> OpenImport(this InstrumentsDb db, Guid id, int version, CurrentUser user, CancellationToken ct)
    {
        var (import, _) = await db.ImportInReach(id, user, ct);
        import.RefuseUnlessOpen();
        import.Expect(version);
        return import;
    }
}
