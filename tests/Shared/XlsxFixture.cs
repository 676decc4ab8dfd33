using System.IO.Compression;
using System.Text;

namespace Modular.Tests.Sheets;

/// <summary>Workbooks as other programs write them, part by part, so that a test can have any XML in any of them.</summary>
internal sealed class XlsxFixture
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Xml)> sheets = [];

    public Dictionary<string, string> Parts { get; } = new(StringComparer.Ordinal);

    public string WorkbookProperties { get; init; } = "";

    public XlsxFixture Sheet(string name, string rows, string after = "", string state = "visible")
    {
        sheets.Add((name, state, $"""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>"""));
        return this;
    }

    public XlsxFixture Strings(params string[] items)
    {
        Parts["xl/sharedStrings.xml"] = $"""<sst xmlns="{Main}">{string.Concat(items.Select(i => $"<si>{i}</si>"))}</sst>""";
        return this;
    }

    /// <summary>Style 0 is general; the formats follow from 1 on: a number is a built-in format, all else a code.</summary>
    public XlsxFixture Formats(params string[] formats)
    {
        var custom = new StringBuilder();
        var cells = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (var i = 0; i < formats.Length; i++)
        {
            if (!int.TryParse(formats[i], out var id) || formats[i].Length > 2)
            {
                id = 170 + i;
                custom.Append($"<numFmt numFmtId=\"{id}\" formatCode=\"{System.Security.SecurityElement.Escape(formats[i])}\"/>");
            }

            cells.Append($"<xf numFmtId=\"{id}\"/>");
        }

        Parts["xl/styles.xml"] = $"""<styleSheet xmlns="{Main}"><numFmts>{custom}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>""";
        return this;
    }

    public MemoryStream Build()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_rels/.rels"] = $"""<Relationships><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
            ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Relations}">{WorkbookProperties}<sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] = $"""<Relationships>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>""",
        };
        for (var i = 0; i < sheets.Count; i++)
            all[$"xl/worksheets/sheet{i + 1}.xml"] = sheets[i].Xml;
        foreach (var (name, xml) in Parts)
            all[name] = xml;
        return Zip(all.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))));
    }

    public static MemoryStream Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        file.Position = 0;
        return file;
    }
}
