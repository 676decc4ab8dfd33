using System.Buffers.Text;
using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>What all sheets of an xlsx workbook share: strings, number formats, where the parts are.</summary>
internal sealed class XlsxBook : IDisposable
{
    private const int MostStyles = 70_000;

    private readonly ZipParts parts;
    private readonly CancellationToken cancelled;
    private Dictionary<string, (string Type, string Target)> relations = new(StringComparer.Ordinal);

    private XlsxBook(ZipParts parts, SheetLimits limits, CancellationToken cancelled)
    {
        this.parts = parts;
        this.cancelled = cancelled;
        Limits = limits;
    }

    public SheetLimits Limits { get; }

    /// <summary>The shared strings as ready cells: looking into each string again for its length would cost a cache miss a cell.</summary>
    public SheetCell[] SharedStrings { get; private set; } = [];

    public NumberFormat[] Styles { get; private set; } = [];

    public bool Dates1904 { get; private set; }

    public static SheetBook Open(Stream content, IDisposable? owned, SheetLimits limits, CancellationToken cancelled)
    {
        var archive = new ZipParts(content, limits);
        try
        {
            var book = new XlsxBook(archive, limits, cancelled);
            var sheets = book.ReadWorkbook();
            book.SharedStrings = book.ReadSharedStrings();
            book.Styles = book.ReadStyles();
            return new SheetBook(SheetFileKind.Xlsx, sheets, new Owned(book, owned));
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public XmlTokens? OpenPart(string name) => parts.Open(name) is { } part ? new XmlTokens(part, cancelled) : null;

    public void Dispose() => parts.Dispose();

    private List<Sheet> ReadWorkbook()
    {
        var workbook = FindWorkbook();
        relations = ReadRelations(workbook);
        var sheets = new List<Sheet>();
        using var xml = OpenPart(workbook)!;
        while (xml.Next())
        {
            if (xml.Starts("workbookPr"u8))
                Dates1904 = xml.Attribute("date1904"u8) is [(byte)'1'] or [(byte)'t', ..];
            else if (xml.Starts("sheet"u8) && relations.TryGetValue(xml.AttributeText("id"u8), out var part)
                && part.Type.EndsWith("/worksheet", StringComparison.Ordinal) && parts.Has(part.Target))
            {
                if (sheets.Count == Limits.Sheets)
                    throw SheetRefused.TooManySheets(Limits.Sheets);
                var hidden = xml.Attribute("state"u8) is [(byte)'h', ..] or [(byte)'v', (byte)'e', ..];
                sheets.Add(new XlsxSheet(this, part.Target, xml.AttributeText("name"u8), hidden));
            }
        }

        return sheets.Count > 0 ? sheets : throw SheetRefused.NotASpreadsheet();
    }

    private string FindWorkbook()
    {
        var start = ReadRelations("").Values.FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target;
        var name = start is not null && parts.Has(start) ? start : "xl/workbook.xml";
        if (name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) || (!parts.Has(name) && parts.Has("xl/workbook.bin")))
            throw SheetRefused.OtherFormat("a binary workbook (xlsb)");
        if (!parts.Has(name) && parts.Has("content.xml") && parts.Has("mimetype"))
            throw SheetRefused.OtherFormat("an OpenDocument file (ods)");
        if (!parts.Has(name) || !name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))
            throw SheetRefused.NotASpreadsheet();
        return name;
    }

    /// <summary>Where a part's relations lead; links out of the file are left alone.</summary>
    private Dictionary<string, (string Type, string Target)> ReadRelations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var found = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var xml = OpenPart($"{part[..slash]}_rels/{part[slash..]}.rels");
        while (xml?.Next() == true)
        {
            if (!xml.Starts("Relationship"u8) || xml.Attribute("TargetMode"u8).SequenceEqual("External"u8))
                continue;
            if (found.Count > 1000)
                throw SheetRefused.Damaged();
            found.TryAdd(xml.AttributeText("Id"u8), (xml.AttributeText("Type"u8), Resolve(part[..slash], xml.AttributeText("Target"u8))));
        }

        return found;
    }

    private static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step is ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".."))
                steps.Add(step);
        }

        return string.Join('/', steps);
    }

    private string PartOfType(string type, string usual) =>
        relations.Values.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal)).Target ?? usual;

    private SheetCell[] ReadSharedStrings()
    {
        var strings = new List<SheetCell>();
        long chars = 0;
        using var xml = OpenPart(PartOfType("/sharedStrings", "xl/sharedStrings.xml"));
        while (xml?.Next() == true)
        {
            if (!xml.Starts("si"u8))
                continue;
            var text = xml.IsClosed ? "" : ReadRichText(xml, "si"u8);
            chars += text.Length + 8;
            if (chars > Limits.SharedStringChars)
                throw SheetRefused.TooMuchText();
            strings.Add(SheetCell.OfText(text));
        }

        return [.. strings];
    }

    /// <summary>The runs of a text put together; phonetic hints 注音 are not part of it.</summary>
    internal string ReadRichText(XmlTokens xml, ReadOnlySpan<byte> closing)
    {
        string? text = null;
        StringBuilder? runs = null;
        var phonetic = 0;
        while (xml.Next() && !(xml.Ends(closing) && phonetic == 0))
        {
            if (xml.Starts("rPh"u8) && !xml.IsClosed)
                phonetic++;
            else if (xml.Ends("rPh"u8))
                phonetic--;
            else if (phonetic == 0 && xml.Starts("t"u8))
            {
                var run = CellText(xml.Text());
                if (text is null)
                    text = run;
                else
                    (runs ??= new StringBuilder(text)).Append(run);
                if (runs?.Length > Limits.CellChars)
                    throw SheetRefused.CellTooLong(Limits.CellChars);
            }
        }

        return runs?.ToString() ?? text ?? "";
    }

    /// <summary>Text of a cell with the escapes spreadsheets use for characters XML forbids (_x000D_).</summary>
    internal string CellText(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        if (text.Contains('\r'))
            text = text.ReplaceLineEndings("\n");
        if (text.Contains("_x", StringComparison.Ordinal))
            text = Unescape(text);
        return text.Length <= Limits.CellChars ? text : throw SheetRefused.CellTooLong(Limits.CellChars);
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else
                plain.Append(text[i]);
        }

        return plain.ToString();
    }

    private NumberFormat[] ReadStyles()
    {
        var custom = new Dictionary<int, NumberFormat>();
        var builtIn = new Dictionary<int, NumberFormat>();
        var styles = new List<NumberFormat>();
        var inCells = false;
        using var xml = OpenPart(PartOfType("/styles", "xl/styles.xml"));
        while (xml?.Next() == true)
        {
            if (xml.Starts("numFmt"u8) && custom.Count < MostStyles)
                custom.TryAdd(Integer(xml.Attribute("numFmtId"u8)), NumberFormat.Parse(xml.AttributeText("formatCode"u8)));
            else if (xml.Starts("cellXfs"u8))
                inCells = !xml.IsClosed;
            else if (xml.Ends("cellXfs"u8))
                inCells = false;
            else if (inCells && xml.Starts("xf"u8) && styles.Count < MostStyles)
            {
                var id = Integer(xml.Attribute("numFmtId"u8));
                if (!custom.TryGetValue(id, out var format) && !builtIn.TryGetValue(id, out format))
                    builtIn[id] = format = NumberFormat.BuiltIn(id);
                styles.Add(format);
            }
        }

        return [.. styles];
    }

    internal static int Integer(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out int value, out var used) && used == digits.Length ? value : -1;

    private sealed class Owned(XlsxBook book, IDisposable? content) : IDisposable
    {
        public void Dispose()
        {
            book.Dispose();
            content?.Dispose();
        }
    }
}
