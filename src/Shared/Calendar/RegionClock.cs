namespace Modular.Shared;

/// <summary>The region's wall clock: instants are UTC inside, days are the region's (China Standard Time, no daylight saving).</summary>
public static class RegionClock
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);

    public static DateTimeOffset InRegion(this DateTimeOffset instant) => instant.ToOffset(Offset);
}
