using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Units;

/// <summary>Answers other modules' questions about who may sit on panels.</summary>
internal sealed class PanelCandidates(UnitsDb db) : IPanelCandidates
{
    public async Task<IReadOnlyList<PanelCandidate>> Allowed(string permission, string regionPath, CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking()
            .Where(a => !a.Disabled && (a.Organisation.Tier == Tier.Expert || (a.Organisation.Tier == Tier.Supervisor || a.Organisation.Tier == Tier.Region) && a.Organisation.Path.StartsWith(regionPath)))
            .OrderBy(a => a.DisplayName).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.DisplayName, a.OrganisationId, a.Organisation.Name, a.Organisation.Path, a.Organisation.Tier, a.Roles }).ToListAsync(ct);
        return [.. accounts.Where(a => Roles.PermissionsOf(a.Roles).Contains(permission, StringComparer.Ordinal))
            .Select(a => new PanelCandidate(a.Id, a.DisplayName, a.OrganisationId, a.Name, a.Path, a.Tier == Tier.Expert))];
    }
}
