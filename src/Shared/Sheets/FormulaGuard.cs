namespace Modular.Shared.Sheets;

/// <summary>
/// Keeps text out of a spreadsheet's formula parser when a csv is opened: what begins like a formula gets an apostrophe in front.
/// Text that already has apostrophes there gets one more, so that taking one away always gives back what was written.
/// </summary>
internal static class FormulaGuard
{
    // The full-width signs start a formula in East Asian editions.
    private static readonly System.Buffers.SearchValues<char> Starters = System.Buffers.SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static string Put(string text) => IsRisky(text) ? $"'{text}" : text;

    public static string Strip(string text) => text.StartsWith('\'') && IsRisky(text) ? text[1..] : text;

    private static bool IsRisky(string text)
    {
        var inside = text.AsSpan().TrimStart('\'');
        return inside.Length > 0 && Starters.Contains(inside[0]);
    }
}
