using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>A stranger's file may hold what no database column and no JSON takes: the NUL character, and halves of characters.</summary>
internal static class StorableText
{
    public static string Of(string text)
    {
        if (text.Contains('\0')) text = text.Replace("\0", "", StringComparison.Ordinal);
        return text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Whole(text);
    }

    // Halves become the replacement character; pairs stay.
    static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        return whole.ToString();
    }
}
