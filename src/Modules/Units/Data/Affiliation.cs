using Modular.Shared;

namespace Modular.Units;

/// <summary>Why one unit's service to the other is not external service (IM 4, 23-2).</summary>
internal enum AffiliationKind
{
    /// <summary>上下级或举办关系.</summary>
    Parent,

    /// <summary>投资控股.</summary>
    Shareholding,

    /// <summary>同一举办单位或出资人.</summary>
    SameFounder,

    /// <summary>共建机构.</summary>
    JointlyBuilt,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>An affiliation 关联关系 between two units, for a time (U-6). It holds both ways, whichever of them declared it.</summary>
internal sealed class Affiliation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The unit that declared it, or for which it was declared.</summary>
    public required Guid UnitId { get; init; }

    public ManagingUnit Unit { get; init; } = null!;

    public required Guid OtherUnitId { get; init; }

    public ManagingUnit OtherUnit { get; init; } = null!;

    public required AffiliationKind Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly? Until { get; private set; }

    public string Note { get; init; } = "";

    public required string DeclaredBy { get; init; }

    public DateTimeOffset DeclaredAt { get; init; }

    public int Version { get; private set; } = 1;

    public void End(int version, DateOnly until)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("affiliation");
        if (until < From) throw UnitProblems.EndBeforeBeginning("until");
        (Until, Version) = (until, Version + 1);
    }
}
