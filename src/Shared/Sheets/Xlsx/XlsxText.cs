using System.Text;

namespace Modular.Shared.Sheets;

internal static class XlsxText
{
    /// <summary>Text for XML; what XML forbids or would change (control characters, CR) is written as spreadsheets do: _x000D_.</summary>
    public static string Escape(string text)
    {
        if (!text.Any(NeedsEscape) && !text.Contains("_x", StringComparison.Ordinal))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '"':
                    escaped.Append("&quot;");
                    break;
                case '_' when i + 1 < text.Length && text[i + 1] == 'x':
                    escaped.Append("_x005F_");
                    break;
                case '\t' or '\n':
                    escaped.Append(c);
                    break;
                case < ' ' or '\uFFFE' or '\uFFFF':
                    escaped.Append($"_x{(int)c:X4}_");
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

    public static string Column(int index)
    {
        var name = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
            name = (char)('A' + ((rest - 1) % 26)) + name;
        return name;
    }

    private static bool NeedsEscape(char c) => c is '&' or '<' or '>' or '"' or '\uFFFE' or '\uFFFF' || (c < ' ' && c is not ('\t' or '\n'));
}
