namespace Modular.Shared;

/// <summary>The region's wall clock: instants are UTC inside, days are the region's (China Standard Time, no daylight saving).</summary>
public static class RegionClock
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().DayInRegion();

    /// <summary>The instant at which a day begins in the region.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>The region's day at an instant.</summary>
    public static DateOnly DayInRegion(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public static DateTimeOffset InRegion(this DateTimeOffset instant) => instant.ToOffset(Offset);
}
