using System.Diagnostics.CodeAnalysis;

namespace Modular.Shared;

/// <summary>
/// A code in an address, written as in JSON: <c>lifeCycle=underRepair</c>. ASP.NET Core itself binds enumerations by their C# spelling only,
/// and takes any number for one of their members.
/// </summary>
public readonly record struct Coded<T>(T Value) : IParsable<Coded<T>>
    where T : struct, Enum
{
    public static Coded<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is not one of: {string.Join(", ", Enum.GetNames<T>())}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Coded<T> result)
    {
        result = default;
        if (s is null || s.Length == 0 || !char.IsLetter(s[0]) || s.Contains(',', StringComparison.Ordinal)) return false;
        if (!Enum.TryParse<T>(s, ignoreCase: true, out var value)) return false;
        result = new Coded<T>(value);
        return true;
    }
}
