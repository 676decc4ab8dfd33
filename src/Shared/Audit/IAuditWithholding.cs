using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;

namespace Modular.Shared;

/// <summary>
/// What a module keeps from the caller although their office lets them read its audit trail: lines about these subjects are not there for them, neither in
/// the list, its count and its searches nor in its export and in what a verification tells. A module that has something to keep back registers one.
/// </summary>
public interface IAuditWithholding
{
    /// <summary>The module's own context.</summary>
    Type Database { get; }

    /// <returns>A query of that context: it becomes part of the statement that reads the trail.</returns>
    Task<IQueryable<Guid>> WithheldSubjects(CancellationToken ct);
}

static class AuditReach
{
    /// <summary>The lines that are there for the caller, as far as their subtree goes; of a unit that came into it also those from before (R6: no line is ever rewritten).</summary>
    public static async Task<IQueryable<AuditEntry>> Lines(HttpContext http, ModuleDbContext db, ModuleMark module, CurrentUser user, CancellationToken ct)
    {
        var scope = user.ScopePath;
        var former = await http.RequestServices.GetRequiredService<IFormerPlaces>().OfUnitsWithin(scope, ct);
        // A unit has nobody below it: its path is matched whole, and seldom is there any.
        var lines = db.Audit.AsNoTracking().Where(e => e.OwnerPath.StartsWith(scope));
        if (former.Count > 0) lines = db.Audit.AsNoTracking().Where(e => e.OwnerPath.StartsWith(scope) || former.Contains(e.OwnerPath));
        foreach (var withheld in await Withheld(http, module, ct)) lines = lines.Where(e => !withheld.Contains(e.Subject));
        return lines;
    }

    /// <summary>A verdict on the whole chain as it may be told to the caller: that something is wrong, and where, but of a line kept from them nothing that stands in it.</summary>
    public static async Task<AuditVerdict?> Told(HttpContext http, ModuleDbContext db, ModuleMark module, AuditVerdict? verdict, CancellationToken ct)
    {
        var sequences = verdict?.Faults.Select(fault => fault.Sequence).OfType<long>().ToList() ?? [];
        if (sequences.Count == 0) return verdict;
        var hidden = new HashSet<long>();
        foreach (var withheld in await Withheld(http, module, ct))
            hidden.UnionWith(await db.Audit.Where(e => sequences.Contains(e.Sequence) && withheld.Contains(e.Subject)).Select(e => e.Sequence).ToListAsync(ct));
        return verdict! with
        {
            Faults = [.. verdict.Faults.Select(fault => fault.Sequence is { } line && hidden.Contains(line) ? fault with { Sequence = null, At = null, AccountName = null, Action = null } : fault)],
        };
    }

    static async Task<IReadOnlyList<IQueryable<Guid>>> Withheld(HttpContext http, ModuleMark module, CancellationToken ct)
    {
        var withheld = new List<IQueryable<Guid>>();
        foreach (var part in http.RequestServices.GetServices<IAuditWithholding>().Where(part => part.Database == module.Database)) withheld.Add(await part.WithheldSubjects(ct));
        return withheld;
    }
}
