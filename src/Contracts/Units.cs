namespace Modular.Contracts.Units;

/// <summary>What other modules may ask about managing units 管理单位.</summary>
public interface IUnitDirectory
{
    /// <summary>Unknown ids are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, UnitSummary>> FindMany(IReadOnlyCollection<Guid> unitIds, CancellationToken ct);

    /// <summary>All units in the subtree under a path, by name.</summary>
    Task<IReadOnlyList<UnitSummary>> Within(string scopePath, CancellationToken ct);
}

/// <param name="Path">Materialised path in the tree of organisations: what starts with a person's scope path is theirs to see.</param>
/// <param name="CreditCode">Unified social credit code (GB 32100-2015), 18 characters.</param>
/// <param name="LeagueCode">League or city (GB/T 2260), six digits.</param>
public sealed record UnitSummary(Guid Id, string Path, string Name, string CreditCode, string LeagueCode, bool CentralLevel);

/// <summary>A unit was registered, or what other modules copy of it has changed.</summary>
public sealed record UnitChanged(Guid UnitId, string Path, string Name, string LeagueCode) : IEvent;
