using Modular.Shared;

namespace Modular.Units;

/// <summary>A unit's overview 单位概况 of one year (U-2, CN annex 1): floor area of its research rooms 科研用房面积 and number of experimental technicians 实验技术人员数量.</summary>
internal sealed class UnitOverview
{
    public const int FirstYear = 2000;

    public required Guid UnitId { get; init; }

    public required int Year { get; init; }

    /// <summary>Square metres.</summary>
    public decimal RoomArea { get; private set; }

    public int Technicians { get; private set; }

    /// <summary>What the register of analysts counted when this was saved.</summary>
    public int Offered { get; private set; }

    /// <summary>Why the number is another than the register's.</summary>
    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public int Version { get; private set; }

    public UnitOverviewRevision Fill(decimal roomArea, int technicians, int offered, string? reason, int version, string by, DateTimeOffset at)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("overview");
        if (technicians != offered && string.IsNullOrWhiteSpace(reason)) throw UnitProblems.OverviewNeedsReason(offered);
        (RoomArea, Technicians, Offered, Reason, By, At, Version) = (roomArea, technicians, offered, technicians == offered ? "" : reason!.Trim(), by, at, Version + 1);
        return new UnitOverviewRevision { UnitId = UnitId, Year = Year, Version = Version, RoomArea = RoomArea, Technicians = Technicians, Offered = Offered, Reason = Reason, By = By, At = At };
    }
}

/// <summary>An overview as it was saved once. Kept for ever.</summary>
internal sealed class UnitOverviewRevision
{
    public required Guid UnitId { get; init; }

    public required int Year { get; init; }

    public required int Version { get; init; }

    public decimal RoomArea { get; init; }

    public int Technicians { get; init; }

    public int Offered { get; init; }

    public string Reason { get; init; } = "";

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
