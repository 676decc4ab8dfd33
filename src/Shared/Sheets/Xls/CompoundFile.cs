using System.Buffers.Binary;
using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>The container around workbooks of the years before 2007: sectors chained by a table. Chains that loop or leave the file are refused.</summary>
internal sealed class CompoundFile
{
    private const int EntrySize = 128;
    private const int HeaderSize = 512;

    private readonly byte[] file;
    private readonly int sectorSize;
    private readonly int sectors;
    private readonly int[] table;
    private readonly List<(string Name, int Start, int Size)> streams = [];
    private readonly int smallest;
    private readonly Lazy<(byte[] Content, int[] Table)> mini;

    public CompoundFile(byte[] file)
    {
        this.file = file;
        sectorSize = UInt16(30) switch { 9 => 512, 12 => 4096, _ => throw SheetRefused.Damaged() };
        sectors = ((file.Length - sectorSize) / sectorSize) + 1;
        table = ReadTable();
        smallest = Int32(56);
        var root = (Start: -2, Size: 0);
        var directory = Chain(Int32(48), table, file, sectorSize, sectorSize);
        for (var at = 0; at + EntrySize <= directory.Length; at += EntrySize)
        {
            var entry = directory.AsSpan(at, EntrySize);
            var nameBytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
            var start = BinaryPrimitives.ReadInt32LittleEndian(entry[116..]);
            var size = BinaryPrimitives.ReadInt32LittleEndian(entry[120..]);
            if (entry[66] == 5)
                root = (start, size);
            else if (entry[66] == 2)
                streams.Add((Encoding.Unicode.GetString(entry[..nameBytes]), start, size));
        }

        mini = new(() => (Chain(root.Start, table, file, sectorSize, sectorSize), Numbers(Chain(Int32(60), table, file, sectorSize, sectorSize))));
    }

    public bool Has(string name) => streams.Exists(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));

    public byte[]? Read(string name)
    {
        var index = streams.FindIndex(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
            return null;
        var (_, start, size) = streams[index];
        var content = size >= smallest
            ? Chain(start, table, file, sectorSize, sectorSize)
            : Chain(start, mini.Value.Table, mini.Value.Content, 64, 0);
        return size >= 0 && size <= content.Length ? content[..size] : throw SheetRefused.Damaged();
    }

    private int[] ReadTable()
    {
        var parts = new List<int>();
        for (var i = 0; i < 109; i++)
            parts.Add(Int32(76 + (i * 4)));
        var next = Int32(68);
        for (var more = 0; next >= 0; more++)
        {
            if (more > sectors)
                throw SheetRefused.Damaged();
            var sector = Sector(next, file, sectorSize, sectorSize);
            for (var i = 0; i < sectorSize - 4; i += 4)
                parts.Add(BinaryPrimitives.ReadInt32LittleEndian(sector[i..]));
            next = BinaryPrimitives.ReadInt32LittleEndian(sector[(sectorSize - 4)..]);
        }

        var numbers = new List<int>();
        foreach (var part in parts)
        {
            if (part < 0)
                continue;
            if (numbers.Count > sectors + (sectorSize / 4))
                throw SheetRefused.Damaged();
            numbers.AddRange(Numbers(Sector(part, file, sectorSize, sectorSize)));
        }

        return [.. numbers];
    }

    private static byte[] Chain(int start, int[] table, byte[] within, int size, int offset)
    {
        var content = new MemoryStream();
        var steps = 0;
        for (var at = start; at >= 0; at = table[at])
        {
            if (at >= table.Length || ++steps > table.Length)
                throw SheetRefused.Damaged();
            content.Write(Sector(at, within, size, offset));
        }

        return content.ToArray();
    }

    // The last sector of a file may be cut short.
    private static ReadOnlySpan<byte> Sector(int number, byte[] within, int size, int offset)
    {
        var at = offset + ((long)number * size);
        if (number < 0 || at + 1 > within.Length)
            throw SheetRefused.Damaged();
        var length = (int)Math.Min(size, within.Length - at);
        if (length == size)
            return within.AsSpan((int)at, length);
        var padded = new byte[size];
        within.AsSpan((int)at, length).CopyTo(padded);
        return padded;
    }

    private static int[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new int[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * 4)..]);
        return numbers;
    }

    private int UInt16(int at) => file.Length >= HeaderSize ? BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at)) : throw SheetRefused.Damaged();

    private int Int32(int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));
}
