using Modular.Shared;

namespace Modular.Sharing;

/// <summary>A year's hours of an instrument as its unit declared them: no operation record stands behind them.</summary>
internal sealed class UsageDeclaration
{
    public required Guid InstrumentId { get; init; }

    public required int Year { get; init; }

    public required Guid UnitId { get; set; }

    /// <summary>年有效工作机时, hours, one decimal.</summary>
    public decimal? EffectiveHours { get; private set; }

    /// <summary>年对外服务机时, hours, one decimal.</summary>
    public decimal? ExternalHours { get; private set; }

    /// <summary>Who entered them in the table of hours; empty where they came with the instrument's record or a list of instruments.</summary>
    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes new hours over; the same hours again change nothing.</summary>
    /// <returns>Whether anything is different now.</returns>
    public bool Declare(decimal? effective, decimal? external, string by, DateTimeOffset at)
    {
        if (Version > 0 && (EffectiveHours, ExternalHours) == (effective, external)) return false;
        (EffectiveHours, ExternalHours, By, At, Version) = (effective, external, by, at, Version + 1);
        return true;
    }

    public void Expect(int version)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("hours");
    }
}
