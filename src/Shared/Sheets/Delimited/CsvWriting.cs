using System.Buffers;
using System.Globalization;
using System.Text;

namespace Modular.Shared.Sheets;

internal static class CsvWriting
{
    // Other editions cut at semicolons or tabs: a formula behind one must not come free.
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",;|\t\r\n\" '#");

    public static async Task Write(Stream output, SheetContent sheet, CancellationToken cancelled)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        var line = new StringBuilder();
        foreach (var headLine in sheet.HeadLines)
        {
            line.Append("# ");
            AppendText(line, headLine.ReplaceLineEndings(" "));
            line.Append("\r\n");
        }

        AppendRow(line, [.. sheet.Columns.Select(object? (c) => c.Title)]);
        await foreach (var row in sheet.Rows.WithCancellation(cancelled))
        {
            AppendRow(line, row);
            if (line.Length < 32 << 10)
                continue;
            await writer.WriteAsync(line, cancelled);
            line.Clear();
        }

        await writer.WriteAsync(line, cancelled);
        await writer.FlushAsync(cancelled);
    }

    private static void AppendRow(StringBuilder line, IReadOnlyList<object?> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0)
                line.Append(',');
            var value = row[i] is MarkedCell marked ? marked.Value : row[i];
            switch (value)
            {
                case null:
                    break;
                case string text:
                    AppendText(line, text);
                    break;
                case bool flag:
                    line.Append(flag ? "TRUE" : "FALSE");
                    break;
                case DateOnly date:
                    line.Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    break;
                case DateTime time:
                    line.Append(time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                    break;
                case DateTimeOffset instant:
                    line.Append(instant.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture));
                    break;
                case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal:
                    line.Append(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                    break;
                default:
                    AppendText(line, value.ToString() ?? "");
                    break;
            }
        }

        line.Append("\r\n");
    }

    private static void AppendText(StringBuilder line, string text)
    {
        var guarded = FormulaGuard.Put(text);
        if (guarded.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0)
            guarded = string.Concat(guarded.Where(c => c is >= ' ' or '\t' or '\r' or '\n'));
        if (guarded.AsSpan().IndexOfAny(NeedsQuotes) < 0)
            line.Append(guarded);
        else
            line.Append('"').Append(guarded.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
