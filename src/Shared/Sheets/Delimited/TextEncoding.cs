using System.Text;
using System.Text.Unicode;

namespace Modular.Shared.Sheets;

/// <summary>UTF-8 where every byte of the file agrees, UTF-16 by its mark or its zeros, else GB18030, which holds GBK and GB2312.</summary>
internal static class TextEncoding
{
    public static Encoding Detect(Stream content, CancellationToken cancelled)
    {
        var buffer = new byte[128 << 10];
        content.Position = 0;
        var length = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var start = buffer.AsSpan(0, length);
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return start[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        if (ZerosAsUtf16(start) is { } utf16)
            return utf16;

        var utf8 = true;
        long controls = 0;
        var kept = 0;
        while (true)
        {
            cancelled.ThrowIfCancellationRequested();
            var chunk = buffer.AsSpan(0, length);
            controls += Controls(chunk[kept..]);
            var whole = length - CutOff(chunk);
            utf8 = utf8 && Utf8.IsValid(chunk[..whole]);
            kept = length - whole;
            chunk[whole..].CopyTo(buffer);
            var read = content.Read(buffer, kept, buffer.Length - kept);
            if (read == 0)
                break;
            length = kept + read;
        }

        if (controls * 500 > content.Length)
            throw SheetRefused.NotASpreadsheet();
        if (utf8 && kept == 0)
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var gb18030 = Encoding.GetEncoding("GB18030");
        RefuseNoise(content, gb18030);
        return gb18030;
    }

    // A few cut or foreign bytes are met in real lists; a file of another kind is noise all over.
    private static void RefuseNoise(Stream content, Encoding encoding)
    {
        var bytes = new byte[64 << 10];
        content.Position = 0;
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var text = encoding.GetString(bytes, 0, length);
        var noise = text.Count(c => c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF'));
        if (noise * 20 > text.Length)
            throw SheetRefused.NotASpreadsheet();
    }

    private static Encoding? ZerosAsUtf16(ReadOnlySpan<byte> start)
    {
        var even = 0;
        var odd = 0;
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        var pairs = start.Length / 2;
        if (even + odd == 0)
            return null;
        if (odd * 10 > pairs && even * 100 < pairs)
            return Encoding.Unicode;
        if (even * 10 > pairs && odd * 100 < pairs)
            return Encoding.BigEndianUnicode;
        throw SheetRefused.NotASpreadsheet();
    }

    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        var found = 0;
        foreach (var b in bytes)
            found += b < 0x20 && b is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1A) ? (b == 0 ? 1000 : 1) : 0;
        return found;
    }

    /// <summary>How many bytes at the end begin a character that the next chunk goes on with.</summary>
    private static int CutOff(ReadOnlySpan<byte> chunk)
    {
        for (var back = 1; back <= Math.Min(3, chunk.Length); back++)
        {
            var b = chunk[^back];
            if (b < 0x80)
                return 0;
            if (b >= 0xC0)
                return back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) ? back : 0;
        }

        return 0;
    }
}
