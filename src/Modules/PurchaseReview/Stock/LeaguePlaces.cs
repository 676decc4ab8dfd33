namespace Modular.PurchaseReview;

/// <summary>Seats of the leagues and cities, so that a hit can say how far away it stands.</summary>
internal static class LeaguePlaces
{
    static readonly Dictionary<string, (double North, double East)> Seats = new(StringComparer.Ordinal)
    {
        ["1501"] = (40.84, 111.75), ["1502"] = (40.66, 109.84), ["1503"] = (39.66, 106.79), ["1504"] = (42.26, 118.89), ["1505"] = (43.65, 122.24), ["1506"] = (39.61, 109.78),
        ["1507"] = (49.21, 119.77), ["1508"] = (40.74, 107.39), ["1509"] = (40.99, 113.13), ["1522"] = (46.08, 122.04), ["1525"] = (43.93, 116.05), ["1529"] = (38.85, 105.73),
    };

    /// <summary>Kilometres between two places by their GB/T 2260 codes, league to league; 0 within one; null where either is unknown.</summary>
    public static int? Kilometres(string? one, string? other)
    {
        if (one is not { Length: >= 4 } || other is not { Length: >= 4 } || !Seats.TryGetValue(one[..4], out var a) || !Seats.TryGetValue(other[..4], out var b)) return null;
        var (lat, lon) = (Radians(b.North - a.North), Radians(b.East - a.East));
        var h = Math.Pow(Math.Sin(lat / 2), 2) + (Math.Cos(Radians(a.North)) * Math.Cos(Radians(b.North)) * Math.Pow(Math.Sin(lon / 2), 2));
        return (int)Math.Round(2 * 6371 * Math.Asin(Math.Sqrt(h)) / 10) * 10;
    }

    static double Radians(double degrees) => degrees * Math.PI / 180;
}
