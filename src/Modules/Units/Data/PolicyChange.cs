namespace Modular.Units;

/// <summary>A number as a region sets it from a day on. Kept for ever: what held on a day can always be told.</summary>
internal sealed class PolicyChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Path of the region, or of the nation.</summary>
    public required string RegionPath { get; init; }

    public required string Key { get; init; }

    /// <summary>From 1 for each key of a region, without gaps: of two at the same time the unique index lets one through.</summary>
    public required int Number { get; init; }

    public required long Value { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The notice and its article.</summary>
    public required string Source { get; init; }

    public string? Reason { get; init; }

    public required string ChangedBy { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Taken back before it began to hold.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnBy { get; private set; }

    public void Withdraw(string by, DateTimeOffset now, DateOnly today)
    {
        if (WithdrawnAt is not null || ValidFrom <= today) throw UnitProblems.PolicyInForce();
        (WithdrawnAt, WithdrawnBy) = (now, by);
    }
}
