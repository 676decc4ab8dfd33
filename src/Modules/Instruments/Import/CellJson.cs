using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>
/// The cells of a row as they are kept, so that a mended row is read again exactly as the sheet had it: text as text, numbers as numbers,
/// dates as <c>{"date":"2013-05-01T00:00:00"}</c>, error values as <c>{"error":"#N/A"}</c>.
/// </summary>
internal static class CellJson
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(IReadOnlyDictionary<string, SheetCell> cells)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Plain);
        json.WriteStartObject();
        foreach (var (key, cell) in cells)
        {
            json.WritePropertyName(key);
            Write(json, cell);
        }

        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Dictionary<string, SheetCell> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(entry => entry.Name, entry => Read(entry.Value), StringComparer.Ordinal);
    }

    /// <summary>What stands in a cell, for somebody who is to mend it: numbers with all their digits and no format.</summary>
    public static string TextOf(SheetCell cell) => cell.Kind switch
    {
        SheetCellKind.Number when cell.Exact is { } number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        SheetCellKind.Date when cell.Date is { } date => date.TimeOfDay == TimeSpan.Zero
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => cell.Text,
    };

    static void Write(Utf8JsonWriter json, SheetCell cell)
    {
        switch (cell.Kind)
        {
            // What a number's format adds (a unit, leading zeros) belongs to what it says.
            case SheetCellKind.Number when cell.Number is { } number && IsPlain(cell, number):
                json.WriteNumberValue(number);
                break;
            case SheetCellKind.Date when cell.Date is { } date:
                json.WriteStartObject();
                json.WriteString("date", date);
                json.WriteEndObject();
                break;
            case SheetCellKind.Error:
                json.WriteStartObject();
                json.WriteString("error", cell.Text);
                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(cell.Text);
                break;
        }
    }

    static bool IsPlain(SheetCell cell, double number) => double.IsFinite(number)
        && cell.Text.AsSpan().IndexOfAnyExcept("0123456789.,-+E") < 0
        && (cell.Text is not ['0', not '.', ..]);

    static SheetCell Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => SheetCell.OfNumber(value.GetDouble()),
        JsonValueKind.Object when value.TryGetProperty("date", out var date) => SheetCell.OfDate(date.GetDateTime()),
        JsonValueKind.Object => SheetCell.OfError(value.GetProperty("error").GetString() ?? ""),
        _ => SheetCell.OfText(value.GetString() ?? ""),
    };
}
