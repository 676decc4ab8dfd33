using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Units;

/// <summary>Answers other modules' questions about the organisations above the units.</summary>
internal sealed class OrganisationDirectory(UnitsDb db) : IOrganisationDirectory
{
    public async Task<IReadOnlyDictionary<string, OrganisationSummary>> AtPaths(IReadOnlyCollection<string> paths, CancellationToken ct)
    {
        var wanted = paths.Distinct(StringComparer.Ordinal).ToList();
        return await Summaries(db.Organisations.Where(o => wanted.Contains(o.Path))).ToDictionaryAsync(o => o.Path, StringComparer.Ordinal, ct);
    }

    public Task<OrganisationSummary?> Find(Guid organisationId, CancellationToken ct) =>
        Summaries(db.Organisations.Where(o => o.Id == organisationId)).SingleOrDefaultAsync(ct);

    static IQueryable<OrganisationSummary> Summaries(IQueryable<Organisation> organisations) =>
        organisations.AsNoTracking().Select(o => new OrganisationSummary(o.Id, o.Path, o.Name));
}
