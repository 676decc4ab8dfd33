using System.Buffers;
using System.Globalization;
using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>Text between the tags: cut up by comments and character data, and written with references.</summary>
internal sealed partial class XmlTokens
{
    /// <summary>The slow way for text that is cut up by comments and CDATA.</summary>
    private ReadOnlySpan<byte> GatherText()
    {
        pieces.ResetWrittenCount();
        while (true)
        {
            var text = buffer.AsSpan(at, end - at);
            var stop = text.IndexOf((byte)'<');
            if (stop < 0 || stop + 9 > text.Length)
            {
                if (text.Length > LongestText)
                    throw SheetRefused.Damaged();
                if (Fill())
                    continue;
                text = buffer.AsSpan(at, end - at);
                stop = text.IndexOf((byte)'<');
                if (stop < 0)
                    throw SheetRefused.Damaged();
            }

            if (pieces.WrittenCount > LongestText)
                throw SheetRefused.Damaged();
            ResolveInto(pieces, text[..stop]);
            at += stop;
            var markup = buffer.AsSpan(at, end - at);
            if (markup.StartsWith("<!--"u8))
                SkipPast("-->"u8, 4);
            else if (markup.StartsWith("<![CDATA["u8))
                CopyCharacterData();
            else
                return pieces.WrittenSpan;
        }
    }

    private void CopyCharacterData()
    {
        at += 9;
        int close;
        while ((close = buffer.AsSpan(at, end - at).IndexOf("]]>"u8)) < 0)
        {
            if (end - at > LongestText || !Fill())
                throw SheetRefused.Damaged();
        }

        pieces.Write(buffer.AsSpan(at, close));
        at += close + 3;
    }

    private ReadOnlySpan<byte> Resolve(ReadOnlySpan<byte> text)
    {
        pieces.ResetWrittenCount();
        return ResolveInto(pieces, text);
    }

    private static ReadOnlySpan<byte> ResolveInto(ArrayBufferWriter<byte> into, ReadOnlySpan<byte> text)
    {
        while (text.IndexOf((byte)'&') is >= 0 and var amp)
        {
            into.Write(text[..amp]);
            text = text[amp..];
            var semicolon = text[..Math.Min(text.Length, 12)].IndexOf((byte)';');
            if (semicolon < 0 || Reference(text[1..semicolon]) is not { } rune)
                throw SheetRefused.Damaged();
            into.Advance(rune.EncodeToUtf8(into.GetSpan(4)));
            text = text[(semicolon + 1)..];
        }

        into.Write(text);
        return into.WrittenSpan;
    }

    private static Rune? Reference(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("lt"u8))
            return new Rune('<');
        if (name.SequenceEqual("gt"u8))
            return new Rune('>');
        if (name.SequenceEqual("amp"u8))
            return new Rune('&');
        if (name.SequenceEqual("quot"u8))
            return new Rune('"');
        if (name.SequenceEqual("apos"u8))
            return new Rune('\'');
        if (name.Length < 2 || name[0] != '#')
            return null;
        var hex = name[1] is (byte)'x' or (byte)'X';
        return int.TryParse(name[(hex ? 2 : 1)..], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code)
            ? new Rune(code)
            : null;
    }
}
