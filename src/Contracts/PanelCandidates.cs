namespace Modular.Contracts.Units;

/// <summary>What other modules may ask about who may sit on a panel of experts and officials.</summary>
public interface IPanelCandidates
{
    /// <summary>Active accounts with a permission: those of a region's offices and departments, and the experts, who belong to no region.</summary>
    Task<IReadOnlyList<PanelCandidate>> Allowed(string permission, string regionPath, CancellationToken ct);
}

/// <param name="Expert">Belongs to the pool of experts, not to an office.</param>
public sealed record PanelCandidate(Guid Id, string Name, Guid OrganisationId, string OrganisationName, string Path, bool Expert);
