using Modular.Shared;

namespace Modular.Units;

internal enum UnitEventKind
{
    Registered,
    Renamed,

    /// <summary>联络员变更 (U-4).</summary>
    LiaisonChanged,

    /// <summary>变更主管部门.</summary>
    Moved,

    /// <summary>并入其他单位.</summary>
    MergedInto,

    /// <summary>其他单位并入.</summary>
    Absorbed,

    /// <summary>撤销.</summary>
    Closed,

    /// <summary>分立出其他单位.</summary>
    SplitOff,

    /// <summary>由其他单位分立而来.</summary>
    SplitFrom,
}

/// <summary>One step in a unit's life. Kept for ever, in the names of its time: what was called so then is called so here.</summary>
internal sealed class UnitEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UnitId { get; init; }

    public required UnitEventKind Kind { get; init; }

    /// <summary>The day from which it holds, which may lie before the day it was entered.</summary>
    public required DateOnly On { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>The authority that decided, and its document.</summary>
    public string DecidedBy { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Before { get; init; } = "";

    public string After { get; init; } = "";

    /// <summary>The other unit of a merger or a split.</summary>
    public Guid? OtherUnitId { get; init; }

    /// <summary>A path that was the unit's: never given to another, because audit lines bear it.</summary>
    public string? FormerPath { get; init; }

    public static UnitEvent Of(Guid unitId, UnitEventKind kind, CurrentUser user, TimeProvider clock, string before = "", string after = "") => new()
    {
        UnitId = unitId, Kind = kind, On = clock.Today(), At = clock.GetUtcNow(), By = $"{user.OrganisationName} {user.DisplayName}", Before = before, After = after,
    };
}
