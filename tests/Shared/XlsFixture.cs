using System.Buffers.Binary;
using System.Text;

namespace Modular.Tests.Sheets;

/// <summary>A workbook of the years before 2007 (BIFF8 in a compound file), as small as readers accept it.</summary>
internal static class XlsFixture
{
    private const int Sector = 512;

    /// <summary>Cells are text, double or DateTime (style 1, a date); merges are first row, last row, first column, last column from 0.</summary>
    public static byte[] Build(object?[][] rows, string sheetName = "设备", string streamName = "Workbook", bool encrypted = false, params (int, int, int, int)[] merges)
    {
        var strings = new List<string>();
        var records = new List<(int Type, byte[] Body)>();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                switch (rows[row][column])
                {
                    case string text:
                        strings.Add(text);
                        records.Add((0x00FD, [.. U16(row), .. U16(column), .. U16(0), .. U32(strings.Count - 1)]));
                        break;
                    case double number:
                        records.Add((0x0203, [.. U16(row), .. U16(column), .. U16(0), .. BitConverter.GetBytes(number)]));
                        break;
                    case DateTime date:
                        records.Add((0x0203, [.. U16(row), .. U16(column), .. U16(1), .. BitConverter.GetBytes(date.ToOADate())]));
                        break;
                }
            }
        }

        if (merges.Length > 0)
            records.Add((0x00E5, [.. U16(merges.Length), .. merges.SelectMany(m => new[] { U16(m.Item1), U16(m.Item2), U16(m.Item3), U16(m.Item4) }).SelectMany(b => b)]));
        byte[] sst = [.. U32(strings.Count), .. U32(strings.Count), .. strings.SelectMany(s => new[] { U16(s.Length), [1], Encoding.Unicode.GetBytes(s) }).SelectMany(b => b)];
        return Raw(records, [sst], sheetName, streamName, encrypted);
    }

    /// <summary>Any records of a sheet under any shared strings, the latter cut into pieces.</summary>
    public static byte[] Raw(IEnumerable<(int Type, byte[] Body)> records, byte[][] sharedStrings, string sheetName = "s", string streamName = "Workbook", bool encrypted = false, int version = 0x0600)
    {
        var sheet = new MemoryStream();
        Record(sheet, 0x0809, U16(version), U16(0x0010), U32(0), U32(0), U32(0));
        foreach (var (type, body) in records)
            Record(sheet, type, body);
        Record(sheet, 0x000A);
        var globals = Globals(sharedStrings, sheetName, encrypted, version, sheetAt: 0);
        globals = Globals(sharedStrings, sheetName, encrypted, version, sheetAt: globals.Length);
        return CompoundFile([.. globals, .. sheet.ToArray()], streamName);
    }

    private static byte[] Globals(byte[][] sharedStrings, string sheetName, bool encrypted, int version, int sheetAt)
    {
        var wide = version == 0x0600;
        var book = new MemoryStream();
        Record(book, 0x0809, U16(version), U16(0x0005), U32(0), U32(0), U32(0));
        if (encrypted)
            Record(book, 0x002F, U16(1), U16(1), U16(1), new byte[48]);
        Record(book, 0x0042, U16(wide ? 1200 : 936));
        Record(book, 0x0022, U16(0));
        Record(book, 0x041E, U16(164), wide ? [.. U16(10), 0] : [10], Encoding.Latin1.GetBytes("yyyy-mm-dd"));
        Record(book, 0x00E0, U16(0), U16(0), new byte[16]);
        Record(book, 0x00E0, U16(0), U16(164), new byte[16]);
        Record(book, 0x0085, U32(sheetAt), [0, 0], wide ? [(byte)sheetName.Length, 1] : [(byte)sheetName.Length], (wide ? Encoding.Unicode : Encoding.Latin1).GetBytes(sheetName));
        for (var i = 0; i < sharedStrings.Length; i++)
            Record(book, i == 0 ? 0x00FC : 0x003C, sharedStrings[i]);
        Record(book, 0x000A);
        return book.ToArray();
    }

    private static byte[] CompoundFile(byte[] stream, string streamName)
    {
        // Shorter streams would have to live in the mini stream.
        var padded = new byte[Math.Max(4096, (stream.Length + Sector - 1) / Sector * Sector)];
        stream.CopyTo(padded, 0);
        var sectors = padded.Length / Sector;
        if (sectors > 120)
            throw new ArgumentException("One allocation sector must do.", nameof(stream));

        var header = new byte[Sector];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(header, 0);
        Put(header, 24, U16(0x3E), U16(3), U16(0xFFFE), U16(9), U16(6));
        Put(header, 44, U32(1), U32(1), U32(0), U32(4096), U32(-2), U32(0), U32(-2), U32(0), U32(0));
        for (var i = 80; i < Sector; i += 4)
            Put(header, i, U32(-1));

        var allocation = new byte[Sector];
        for (var i = 0; i < Sector; i += 4)
            Put(allocation, i, U32(-1));
        Put(allocation, 0, U32(-3), U32(-2));
        for (var i = 0; i < sectors; i++)
            Put(allocation, (2 + i) * 4, U32(i == sectors - 1 ? -2 : 3 + i));

        var directory = new byte[Sector];
        PutEntry(directory, 0, "Root Entry", type: 5, child: 1, start: -2, size: 0);
        PutEntry(directory, 1, streamName, type: 2, child: -1, start: 2, size: padded.Length);
        return [.. header, .. allocation, .. directory, .. padded];
    }

    private static void PutEntry(byte[] directory, int index, string name, byte type, int child, int start, int size)
    {
        var at = index * 128;
        Encoding.Unicode.GetBytes(name).CopyTo(directory, at);
        Put(directory, at + 64, U16((name.Length + 1) * 2), [type, 1], U32(-1), U32(-1), U32(child));
        Put(directory, at + 116, U32(start), U32(size));
    }

    private static void Record(MemoryStream stream, int type, params byte[][] parts)
    {
        var body = parts.SelectMany(p => p).ToArray();
        stream.Write(U16(type));
        stream.Write(U16(body.Length));
        stream.Write(body);
    }

    private static void Put(byte[] into, int at, params byte[][] parts) => parts.SelectMany(p => p).ToArray().CopyTo(into, at);

    public static byte[] U16(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    public static byte[] U32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
