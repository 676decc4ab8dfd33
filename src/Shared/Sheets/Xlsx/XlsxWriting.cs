using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>The parts of a workbook, written one after the other into an archive that goes straight to the output.</summary>
internal sealed class XlsxWriting
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    private readonly IReadOnlyList<SheetContent> sheets;
    private readonly List<string> names = [];
    private readonly List<IReadOnlyList<string>> longLists = [];

    public XlsxWriting(IReadOnlyList<SheetContent> sheets)
    {
        this.sheets = sheets;
        foreach (var sheet in sheets)
            names.Add(UniqueName(sheet.Name));
        foreach (var choices in sheets.SelectMany(s => s.Columns).Select(c => c.Choices))
        {
            if (choices is { Count: > 0 } && InlineList(choices) is null)
                longLists.Add(choices);
        }

        if (longLists.Count > 0)
            names.Add(UniqueName("lists"));
    }

    public async Task Write(Stream output, CancellationToken cancelled)
    {
        await using var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancelled);
        await WritePart(archive, "[Content_Types].xml", ContentTypes(), cancelled);
        await WritePart(archive, "_rels/.rels", $"""{Declaration}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""", cancelled);
        await WritePart(archive, "xl/workbook.xml", Workbook(), cancelled);
        await WritePart(archive, "xl/_rels/workbook.xml.rels", WorkbookRelations(), cancelled);
        await WritePart(archive, "xl/styles.xml", XlsxStyles.Xml(), cancelled);
        for (var i = 0; i < sheets.Count; i++)
        {
            var entry = archive.CreateEntry($"xl/worksheets/sheet{i + 1}.xml", CompressionLevel.Fastest);
            await using var part = await entry.OpenAsync(cancelled);
            await new XlsxSheetWriting(sheets[i], part, ListFormula).Write(cancelled);
        }

        if (longLists.Count > 0)
            await WritePart(archive, $"xl/worksheets/sheet{names.Count}.xml", ListsSheet(), cancelled);
    }

    private static async Task WritePart(ZipArchive archive, string name, string xml, CancellationToken cancelled)
    {
        await using var part = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancelled);
        await part.WriteAsync(Encoding.UTF8.GetBytes(xml), cancelled);
    }

    private string ContentTypes()
    {
        var xml = new StringBuilder($"""{Declaration}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>""");
        const string spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        xml.Append($"""<Override PartName="/xl/workbook.xml" ContentType="{spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{spreadsheet}.styles+xml"/>""");
        for (var i = 1; i <= names.Count; i++)
            xml.Append($"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{spreadsheet}.worksheet+xml"/>""");
        return xml.Append("</Types>").ToString();
    }

    private string Workbook()
    {
        var xml = new StringBuilder($"""{Declaration}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>""");
        for (var i = 0; i < names.Count; i++)
        {
            var hidden = i >= sheets.Count ? " state=\"hidden\"" : "";
            xml.Append($"""<sheet name="{XlsxText.Escape(names[i])}" sheetId="{i + 1}"{hidden} r:id="rId{i + 1}"/>""");
        }

        return xml.Append("</sheets></workbook>").ToString();
    }

    private string WorkbookRelations()
    {
        var xml = new StringBuilder($"""{Declaration}<Relationships xmlns="{Package}/relationships">""");
        for (var i = 1; i <= names.Count; i++)
            xml.Append($"""<Relationship Id="rId{i}" Type="{Relations}/worksheet" Target="worksheets/sheet{i}.xml"/>""");
        return xml.Append($"""<Relationship Id="rId{names.Count + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""").ToString();
    }

    private string ListsSheet()
    {
        var xml = new StringBuilder($"""{Declaration}<worksheet xmlns="{Main}"><sheetData>""");
        for (var row = 0; row < longLists.Max(l => l.Count); row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<row r="{row + 1}">""");
            for (var column = 0; column < longLists.Count; column++)
            {
                if (row < longLists[column].Count)
                    xml.Append($"""<c r="{XlsxText.Column(column)}{row + 1}" t="inlineStr"><is><t xml:space="preserve">{XlsxText.Escape(longLists[column][row])}</t></is></c>""");
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    // A list inside the validation may hold 255 characters and no commas; others stand on a hidden sheet.
    private string ListFormula(IReadOnlyList<string> choices)
    {
        if (InlineList(choices) is { } inline)
            return inline;
        var column = XlsxText.Column(longLists.FindIndex(l => ReferenceEquals(l, choices)));
        return $"'{names[^1]}'!${column}$1:${column}${choices.Count}";
    }

    private static string? InlineList(IReadOnlyList<string> choices)
    {
        var joined = string.Join(',', choices);
        return joined.Length <= 250 && !choices.Any(c => c.Contains(',') || c.Contains('"') || !string.Equals(c, c.Trim(), StringComparison.Ordinal))
            ? $"\"{joined}\""
            : null;
    }

    private string UniqueName(string wanted)
    {
        var name = string.Concat(wanted.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' or < ' ' ? '_' : c)).Trim();
        name = name.Length switch { 0 => "Sheet", > 28 => name[..28], _ => name };
        var unique = name;
        for (var i = 2; names.Contains(unique, StringComparer.OrdinalIgnoreCase); i++)
            unique = $"{name}_{i}";
        return unique;
    }
}
