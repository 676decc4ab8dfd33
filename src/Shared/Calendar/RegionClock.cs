namespace Modular.Shared;

/// <summary>The region's wall clock: instants are UTC inside, days are the region's (China Standard Time, no daylight saving).</summary>
public static class RegionClock
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);

    /// <summary>The instant at which a day begins in the region.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    public static DateTimeOffset InRegion(this DateTimeOffset instant) => instant.ToOffset(Offset);
}
