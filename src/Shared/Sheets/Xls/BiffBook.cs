using System.Buffers.Binary;
using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>
/// Workbooks of Excel 5 to 2003 (BIFF5 and BIFF8), small by their format and held in memory. Our own reader: ExcelDataReader
/// 3.6 was seen to run for 22 seconds on one small file with a few bytes changed, and an import may not hang.
/// </summary>
internal sealed class BiffBook
{
    private const int MostFormats = 70_000;

    private readonly List<NumberFormat> styles = [];
    private readonly Dictionary<int, NumberFormat> formats = [];
    private Encoding codePage = Encoding.GetEncoding("GB18030");

    private BiffBook(byte[] stream, SheetLimits limits)
    {
        Stream = stream;
        Limits = limits;
    }

    public static ReadOnlySpan<byte> CompoundFileMark => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public byte[] Stream { get; }

    public SheetLimits Limits { get; }

    public bool Wide { get; private set; }

    public bool Dates1904 { get; private set; }

    public string[] Strings { get; private set; } = [];

    /// <summary>A sheet of Excel 2 to 4, which has no container around it.</summary>
    public static bool IsBareSheet(ReadOnlySpan<byte> start) => start is [0x09, 0x00 or 0x02 or 0x04, 0x04 or 0x06, 0x00, ..];

    public static SheetBook Open(Stream content, IDisposable? owned, SheetLimits limits, CancellationToken cancelled)
    {
        var file = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(file);
        if (!file.AsSpan().StartsWith(CompoundFileMark))
            throw SheetRefused.OtherFormat("a workbook of Excel 4 or older");
        var container = new CompoundFile(file);
        if (container.Has("EncryptedPackage"))
            throw SheetRefused.Encrypted();
        var book = new BiffBook(container.Read("Workbook") ?? container.Read("Book") ?? throw SheetRefused.NotASpreadsheet(), limits);
        return new SheetBook(SheetFileKind.Xls, book.ReadGlobals(cancelled), owned);
    }

    public NumberFormat Style(int index) => index < styles.Count ? styles[index] : NumberFormat.General;

    /// <summary>A string of a cell, a name or a format, at <paramref name="at"/> in its record.</summary>
    public string Text(int record, int length, int at, int chars) => Wide
        ? new BiffStrings(Stream, WithContinues(record, length, at)).Text(chars)
        : codePage.GetString(Stream, record + at, Math.Min(chars, length - at));

    public (int Type, int Start, int Length)? Record(int at)
    {
        if (at + 4 > Stream.Length)
            return null;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(Stream.AsSpan(at + 2));
        return at + 4 + length <= Stream.Length
            ? (BinaryPrimitives.ReadUInt16LittleEndian(Stream.AsSpan(at)), at + 4, length)
            : null;
    }

    private List<Sheet> ReadGlobals(CancellationToken cancelled)
    {
        var sheets = new List<Sheet>();
        var begun = false;
        for (var at = 0; Record(at) is var (type, start, length); at = start + length)
        {
            var body = Stream.AsSpan(start, length);
            switch (type)
            {
                case 0x0809 when !begun:
                    begun = true;
                    Wide = BiffStrings.UInt16(body, 0) switch { 0x0600 => true, 0x0500 => false, _ => throw SheetRefused.OtherFormat("a workbook of Excel 4 or older") };
                    break;
                case 0x002F:
                    throw SheetRefused.Encrypted();
                case 0x0042 when !Wide:
                    codePage = CodePage(BiffStrings.UInt16(body, 0));
                    break;
                case 0x0022:
                    Dates1904 = BiffStrings.UInt16(body, 0) == 1;
                    break;
                case 0x041E when formats.Count < MostFormats:
                    var code = Wide ? Text(start, length, 4, BiffStrings.UInt16(body, 2)) : Text(start, length, 3, body[2]);
                    formats[BiffStrings.UInt16(body, 0)] = NumberFormat.Parse(code);
                    break;
                case 0x00E0 when styles.Count < MostFormats:
                    styles.Add(FormatOf(BiffStrings.UInt16(body, 2)));
                    break;
                case 0x0085 when body[5] == 0:
                    if (sheets.Count == Limits.Sheets)
                        throw SheetRefused.TooManySheets(Limits.Sheets);
                    sheets.Add(new BiffSheet(this, BinaryPrimitives.ReadInt32LittleEndian(body), Text(start, length, 7, body[6]), body[4] != 0, cancelled));
                    break;
                case 0x00FC:
                    ReadStrings(start, length, cancelled);
                    break;
                case 0x000A:
                    return sheets.Count > 0 ? sheets : throw SheetRefused.NotASpreadsheet();
            }

            if (!begun)
                throw SheetRefused.Damaged();
        }

        throw SheetRefused.Damaged();
    }

    // Workbooks list their formats before the styles that use them.
    private NumberFormat FormatOf(int id)
    {
        if (!formats.TryGetValue(id, out var format))
            formats[id] = format = NumberFormat.BuiltIn(id);
        return format;
    }

    private void ReadStrings(int start, int length, CancellationToken cancelled)
    {
        var reader = new BiffStrings(Stream, WithContinues(start, length, 0));
        reader.UInt32();
        var count = reader.UInt32();
        var strings = new List<string>();
        long chars = 0;
        while (strings.Count < count)
        {
            if ((strings.Count & 0xFFF) == 0)
                cancelled.ThrowIfCancellationRequested();
            var text = reader.Text(reader.UInt16());
            chars += text.Length + 8;
            if (chars > Limits.SharedStringChars)
                throw SheetRefused.TooMuchText();
            if (text.Length > Limits.CellChars)
                throw SheetRefused.CellTooLong(Limits.CellChars);
            strings.Add(text);
        }

        Strings = [.. strings];
    }

    private List<(int Start, int Length)> WithContinues(int start, int length, int at)
    {
        var pieces = new List<(int, int)> { (start + at, Math.Max(0, length - at)) };
        for (var next = start + length; Record(next) is (0x003C, var moreStart, var moreLength); next = moreStart + moreLength)
            pieces.Add((moreStart, moreLength));
        return pieces;
    }

    private static Encoding CodePage(int number)
    {
        try
        {
            return Encoding.GetEncoding(number is 936 or 0x8000 or 0x8001 or 1200 ? 54936 : number);
        }
        catch (Exception reason) when (reason is ArgumentException or NotSupportedException)
        {
            return Encoding.GetEncoding("GB18030");
        }
    }
}
