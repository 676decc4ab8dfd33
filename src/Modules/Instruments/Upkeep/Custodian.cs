namespace Modular.Instruments;

/// <summary>A person of the unit who runs an instrument 机组负责人 and keeps its status and repair log (U-11).</summary>
internal sealed class Custodian
{
    public required Guid InstrumentId { get; init; }

    /// <summary>Accounts live in Units; one that is shut or has gone elsewhere runs nothing here.</summary>
    public required Guid AccountId { get; init; }
}
