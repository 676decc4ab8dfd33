using System.Runtime.InteropServices;

namespace Modular.Shared.Sheets;

/// <summary>The check sum of zip archives, eight bytes a step. The framework's archive reader does not verify it; a list must not lose cells silently.</summary>
internal struct Crc32()
{
    private static readonly uint[] Table = MakeTable();
    private uint state = uint.MaxValue;

    public readonly uint Value => ~state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = state;
        var table = Table;
        if (BitConverter.IsLittleEndian)
        {
            var words = MemoryMarshal.Cast<byte, ulong>(bytes);
            foreach (var word in words)
            {
                var low = (uint)word ^ crc;
                var high = (uint)(word >> 32);
                crc = table[1792 + (low & 0xFF)] ^ table[1536 + ((low >> 8) & 0xFF)] ^ table[1280 + ((low >> 16) & 0xFF)]
                    ^ table[1024 + (low >> 24)] ^ table[768 + (high & 0xFF)] ^ table[512 + ((high >> 8) & 0xFF)]
                    ^ table[256 + ((high >> 16) & 0xFF)] ^ table[high >> 24];
            }

            bytes = bytes[(words.Length * 8)..];
        }

        foreach (var b in bytes)
            crc = table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        state = crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            table[i] = value;
        }

        for (var slice = 1; slice < 8; slice++)
        {
            for (var i = 0; i < 256; i++)
            {
                var previous = table[((slice - 1) * 256) + i];
                table[(slice * 256) + i] = table[previous & 0xFF] ^ (previous >> 8);
            }
        }

        return table;
    }
}
