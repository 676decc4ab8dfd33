namespace Modular.Sharing;

/// <summary>What a year's hours can be, the same in the table and in a list.</summary>
internal static class HoursRules
{
    public const int FirstYear = 2000;

    /// <summary>The hours of the longest year; a year that is no leap year has a day less.</summary>
    public static decimal HoursIn(int year) => DateTime.IsLeapYear(year) ? 8784 : 8760;

    /// <summary>The field and the code of what is wrong; nothing where it is right.</summary>
    public static (string Field, string Code)? Fault(int year, decimal? effective, decimal? external) => (effective, external) switch
    {
        ({ } hours, _) when hours < 0 || hours > HoursIn(year) => ("effectiveHours", "hours.out-of-range"),
        (_, { } hours) when hours < 0 || hours > HoursIn(year) => ("externalHours", "hours.out-of-range"),
        ({ } hours, _) when decimal.Round(hours, 1) != hours => ("effectiveHours", "hours.one-decimal"),
        (_, { } hours) when decimal.Round(hours, 1) != hours => ("externalHours", "hours.one-decimal"),
        (null, not null) => ("effectiveHours", "hours.effective-missing"),
        ({ } total, { } part) when part > total => ("externalHours", "hours.external-above-effective"),
        _ => null,
    };
}
