namespace Modular.Contracts.Sharing;

/// <summary>What other modules may ask about the use of instruments.</summary>
public interface IUsageLedger
{
    /// <summary>The hours units declared for a year. Instruments without a declaration are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, DeclaredUsage>> Declared(int year, IReadOnlyCollection<Guid> instrumentIds, CancellationToken ct);
}

/// <param name="EffectiveHours">年有效工作机时, hours; null when not declared.</param>
/// <param name="ExternalHours">年对外服务机时, hours; null when not declared.</param>
public sealed record DeclaredUsage(Guid InstrumentId, int Year, decimal? EffectiveHours, decimal? ExternalHours);
