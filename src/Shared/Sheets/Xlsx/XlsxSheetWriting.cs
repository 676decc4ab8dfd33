using System.Globalization;
using System.Text;

namespace Modular.Shared.Sheets;

internal sealed class XlsxSheetWriting(SheetContent sheet, Stream part, Func<IReadOnlyList<string>, string> listFormula)
{
    private const int LongestText = 32_767;
    private const int RowsToFill = 5_000;

    private static readonly DateTime FirstSureDate = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly StringBuilder xml = new();
    private readonly List<string> merges = [];
    private readonly string[] columns = [.. Enumerable.Range(0, Math.Max(sheet.Columns.Count, 1)).Select(XlsxText.Column)];
    private int row;

    public async Task Write(CancellationToken cancelled)
    {
        var headerRows = sheet.HeadLines.Count + (sheet.Columns.Any(c => c.Group is not null) ? 2 : 1);
        AppendStart(headerRows);
        AppendHeader();
        await foreach (var values in sheet.Rows.WithCancellation(cancelled))
        {
            AppendRow(values);
            if (xml.Length > 32 << 10)
                await Flush(cancelled);
        }

        AppendEnd(headerRows);
        await Flush(cancelled);
    }

    private async Task Flush(CancellationToken cancelled)
    {
        await part.WriteAsync(Encoding.UTF8.GetBytes(xml.ToString()), cancelled);
        xml.Clear();
    }

    private void AppendStart(int headerRows)
    {
        xml.Append("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
        xml.Append($"""<sheetViews><sheetView workbookViewId="0"><pane ySplit="{headerRows}" topLeftCell="A{headerRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        if (sheet.Columns.Count > 0)
        {
            xml.Append("<cols>");
            for (var i = 0; i < sheet.Columns.Count; i++)
            {
                var column = sheet.Columns[i];
                var width = column.Width ?? Math.Clamp(column.Title.Sum(c => c > 0xFF ? 2 : 1) + 4, 10, 40);
                xml.Append($"""<col min="{i + 1}" max="{i + 1}" width="{width}" style="{XlsxStyles.Of(column.Format, SheetMark.None)}" customWidth="1"/>""");
            }

            xml.Append("</cols>");
        }

        xml.Append("<sheetData>");
    }

    private void AppendHeader()
    {
        foreach (var line in sheet.HeadLines)
        {
            BeginRow();
            AppendText(0, line, XlsxStyles.HeadLine);
            xml.Append("</row>");
            if (sheet.Columns.Count > 1)
                merges.Add($"A{row}:{columns[^1]}{row}");
        }

        var grouped = sheet.Columns.Any(c => c.Group is not null);
        if (grouped)
            AppendGroups();
        BeginRow();
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            // A column without a group has its title in the row above, merged down over this one.
            if (!grouped || sheet.Columns[i].Group is not null)
                AppendText(i, sheet.Columns[i].Title, HeaderStyle(sheet.Columns[i]));
        }

        xml.Append("</row>");
    }

    private void AppendGroups()
    {
        BeginRow();
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var column = sheet.Columns[i];
            if (column.Group is null)
            {
                AppendText(i, column.Title, HeaderStyle(column));
                merges.Add($"{columns[i]}{row}:{columns[i]}{row + 1}");
                continue;
            }

            var last = i;
            while (last + 1 < sheet.Columns.Count && string.Equals(sheet.Columns[last + 1].Group, column.Group, StringComparison.Ordinal))
                last++;
            AppendText(i, column.Group, XlsxStyles.Header);
            if (last > i)
                merges.Add($"{columns[i]}{row}:{columns[last]}{row}");
            i = last;
        }

        xml.Append("</row>");
    }

    private static int HeaderStyle(SheetColumn column) => column.Required ? XlsxStyles.RequiredHeader : XlsxStyles.Header;

    private void AppendRow(IReadOnlyList<object?> values)
    {
        BeginRow();
        for (var i = 0; i < values.Count; i++)
        {
            var (value, mark) = values[i] is MarkedCell marked ? (marked.Value, marked.Mark) : (values[i], SheetMark.None);
            AppendCell(i, value, mark, i < sheet.Columns.Count ? sheet.Columns[i].Format : SheetColumnFormat.General);
        }

        xml.Append("</row>");
    }

    private void AppendCell(int column, object? value, SheetMark mark, SheetColumnFormat format)
    {
        var numeric = format is SheetColumnFormat.Integer or SheetColumnFormat.Money ? format : SheetColumnFormat.General;
        switch (value)
        {
            case null or "":
                if (mark != SheetMark.None)
                    xml.Append($"""<c r="{Name(column)}{row}" s="{XlsxStyles.Of(format, mark)}"/>""");
                break;
            case bool flag:
                xml.Append($"""<c r="{Name(column)}{row}" s="{XlsxStyles.Of(SheetColumnFormat.General, mark)}" t="b"><v>{(flag ? 1 : 0)}</v></c>""");
                break;
            case double number when !double.IsFinite(number):
                AppendText(column, number.ToString(CultureInfo.InvariantCulture), XlsxStyles.Of(SheetColumnFormat.Text, mark));
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal:
                AppendNumber(column, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), XlsxStyles.Of(numeric, mark));
                break;
            case DateOnly date:
                AppendDate(column, date.ToDateTime(TimeOnly.MinValue), SheetColumnFormat.Date, mark);
                break;
            case DateTime time:
                AppendDate(column, time, SheetColumnFormat.DateTime, mark);
                break;
            case DateTimeOffset instant:
                AppendDate(column, instant.DateTime, SheetColumnFormat.DateTime, mark);
                break;
            default:
                AppendText(column, value.ToString() ?? "", XlsxStyles.Of(SheetColumnFormat.Text, mark));
                break;
        }
    }

    private void AppendDate(int column, DateTime date, SheetColumnFormat format, SheetMark mark)
    {
        if (date < FirstSureDate)
            AppendText(column, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), XlsxStyles.Of(SheetColumnFormat.Text, mark));
        else
            AppendNumber(column, date.ToOADate().ToString("R", CultureInfo.InvariantCulture), XlsxStyles.Of(format, mark));
    }

    private void AppendNumber(int column, string number, int style) =>
        xml.Append($"""<c r="{Name(column)}{row}" s="{style}"><v>{number}</v></c>""");

    private void AppendText(int column, string text, int style)
    {
        if (text.Length > LongestText)
            throw SheetRefused.CellTooLong(LongestText);
        xml.Append($"""<c r="{Name(column)}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">""").Append(XlsxText.Escape(text)).Append("</t></is></c>");
    }

    private string Name(int column) => column < columns.Length ? columns[column] : XlsxText.Column(column);

    private void BeginRow() => xml.Append($"""<row r="{++row}">""");

    private void AppendEnd(int headerRows)
    {
        xml.Append("</sheetData>");
        if (sheet.Columns.Count > 0 && row > headerRows)
            xml.Append($"""<autoFilter ref="A{headerRows}:{columns[^1]}{row}"/>""");
        if (merges.Count > 0)
        {
            xml.Append($"""<mergeCells count="{merges.Count}">""");
            foreach (var merge in merges)
                xml.Append($"""<mergeCell ref="{merge}"/>""");
            xml.Append("</mergeCells>");
        }

        AppendValidations(headerRows + 1);
        xml.Append("</worksheet>");
    }

    private void AppendValidations(int firstRow)
    {
        var guided = Enumerable.Range(0, sheet.Columns.Count).Where(i => sheet.Columns[i].Note is not null || sheet.Columns[i].Choices is { Count: > 0 }).ToList();
        if (guided.Count == 0)
            return;
        xml.Append($"""<dataValidations count="{guided.Count}">""");
        foreach (var i in guided)
        {
            var column = sheet.Columns[i];
            var list = column.Choices is { Count: > 0 };
            // A list warns and does not stop: real values are richer than any list, and the import tells about them.
            xml.Append($"""<dataValidation{(list ? """ type="list" errorStyle="warning" showErrorMessage="1" """ : " ")}allowBlank="1" showInputMessage="1" """);
            if (column.Note is { } note)
                xml.Append($"""promptTitle="{XlsxText.Escape(Cut(column.Title, 32))}" prompt="{XlsxText.Escape(Cut(note, 255))}" """);
            xml.Append($"""sqref="{columns[i]}{firstRow}:{columns[i]}{Math.Max(row, firstRow + RowsToFill)}">""");
            if (list)
                xml.Append("<formula1>").Append(XlsxText.Escape(listFormula(column.Choices!))).Append("</formula1>");
            xml.Append("</dataValidation>");
        }

        xml.Append("</dataValidations>");
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(most - 1)]}…";
}
