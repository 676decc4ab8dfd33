namespace Modular.Contracts.Units;

/// <summary>What other modules may ask about people's accounts, to appoint some of them to something: a panel.</summary>
public interface IAccountDirectory
{
    /// <summary>Active accounts with a permission: those of a region's offices and departments, and the experts, who belong to no region.</summary>
    Task<IReadOnlyList<AccountSummary>> Allowed(string permission, string regionPath, CancellationToken ct);
}

/// <param name="Expert">Belongs to the pool of experts, not to an office.</param>
public sealed record AccountSummary(Guid Id, string Name, Guid OrganisationId, string OrganisationName, string Path, bool Expert);
