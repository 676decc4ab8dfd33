using System.Buffers.Binary;
using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>Reads strings out of a record and the records that continue it: where a string is cut, the next piece says its width anew.</summary>
internal sealed class BiffStrings(byte[] stream, IReadOnlyList<(int Start, int Length)> pieces)
{
    private int piece;
    private int at = pieces[0].Start;
    private int end = pieces[0].Start + pieces[0].Length;

    public int UInt16()
    {
        var low = Byte();
        return low | (Byte() << 8);
    }

    public long UInt32() => (uint)UInt16() | ((long)UInt16() << 16);

    /// <summary>A string with its options byte; <paramref name="chars"/> long.</summary>
    public string Text(int chars)
    {
        var options = Byte();
        var runs = (options & 8) != 0 ? UInt16() : 0;
        var extra = (options & 4) != 0 ? UInt32() : 0;
        var text = Chars(chars, (options & 1) != 0);
        Skip((runs * 4L) + extra);
        return text;
    }

    private string Chars(int chars, bool wide)
    {
        if (chars == 0)
            return "";
        var text = new StringBuilder(Math.Min(chars, 4096));
        while (true)
        {
            var here = Math.Min(chars, (end - at) / (wide ? 2 : 1));
            var bytes = stream.AsSpan(at, here * (wide ? 2 : 1));
            text.Append((wide ? Encoding.Unicode : Encoding.Latin1).GetString(bytes));
            at += bytes.Length;
            chars -= here;
            if (chars == 0)
                return text.ToString();
            NextPiece();
            wide = (Byte() & 1) != 0;
        }
    }

    private void Skip(long bytes)
    {
        while (bytes > end - at)
        {
            bytes -= end - at;
            NextPiece();
        }

        at += (int)bytes;
    }

    private int Byte()
    {
        while (at >= end)
            NextPiece();
        return stream[at++];
    }

    private void NextPiece()
    {
        if (++piece >= pieces.Count)
            throw SheetRefused.Damaged();
        at = pieces[piece].Start;
        end = at + pieces[piece].Length;
    }

    internal static int UInt16(ReadOnlySpan<byte> record, int at) => BinaryPrimitives.ReadUInt16LittleEndian(record[at..]);
}
