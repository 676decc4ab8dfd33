namespace Modular.Units;

/// <summary>Unified social credit codes 统一社会信用代码 (GB 32100-2015): 18 characters, of which the last checks the others.</summary>
internal static class CreditCodes
{
    const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    public static string Normalise(string code) => code.Trim().ToUpperInvariant();

    public static bool IsValid(string? code)
    {
        if (code is null) return false;
        code = Normalise(code);
        return code.Length == 18 && code[17] == CheckDigit(code);
    }

    /// <returns>The eighteenth character, or null where one of the first seventeen cannot stand in a code.</returns>
    public static char? CheckDigit(string code)
    {
        var sum = 0;
        for (var place = 0; place < Weights.Length; place++)
        {
            var value = Alphabet.IndexOf(code[place], StringComparison.Ordinal);
            if (value < 0) return null;
            sum += value * Weights[place];
        }

        return Alphabet[(31 - sum % 31) % 31];
    }
}
