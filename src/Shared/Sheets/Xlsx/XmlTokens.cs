using System.Buffers;
using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>
/// Tags and text of a workbook part, straight from its UTF-8 bytes. It knows just as much XML as spreadsheets write: no document
/// types, no entities but the five and character references; and it makes no strings, which is why it outruns XmlReader.
/// </summary>
internal sealed partial class XmlTokens(Stream content, CancellationToken cancelled) : IDisposable
{
    private const int LongestTag = 1 << 20;
    private const int LongestText = 4 << 20;
    private const int StoredAttributes = 32;

    private readonly int[] attributes = new int[StoredAttributes * 4];
    private readonly ArrayBufferWriter<byte> pieces = new();
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(128 << 10);
    private int at;
    private int end;
    private int attributeCount;
    private int nameStart;
    private int nameEnd;
    private int depth;
    private bool begun;

    public bool IsStart { get; private set; }

    /// <summary>A start tag that closes itself: no end tag follows.</summary>
    public bool IsClosed { get; private set; }

    public bool IsEnd => !IsStart;

    /// <summary>The tag's name as written, with its prefix.</summary>
    public ReadOnlySpan<byte> QualifiedName => buffer.AsSpan(nameStart, nameEnd - nameStart);

    public bool Starts(ReadOnlySpan<byte> localName) => IsStart && Is(localName);

    public bool Ends(ReadOnlySpan<byte> localName) => !IsStart && Is(localName);

    private bool Is(ReadOnlySpan<byte> localName)
    {
        var name = QualifiedName;
        return name.Length == localName.Length
            ? name.SequenceEqual(localName)
            : name.EndsWith(localName) && name[name.Length - localName.Length - 1] == ':';
    }

    /// <summary>Moves to the next start or end tag; false at the document's end. Throws when it ends in the middle.</summary>
    public bool Next()
    {
        if (!begun)
            Begin();
        while (true)
        {
            var found = buffer.AsSpan(at, end - at).IndexOf((byte)'<');
            if (found < 0)
            {
                at = end;
                if (Fill())
                    continue;
                return depth == 0 ? false : throw SheetRefused.Damaged();
            }

            at += found;
            if (!Has(2))
                throw SheetRefused.Damaged();
            switch (buffer[at + 1])
            {
                case (byte)'!':
                    SkipDeclaration();
                    break;
                case (byte)'?':
                    SkipPast("?>"u8, 2);
                    break;
                case (byte)'/':
                    ReadEndTag();
                    return true;
                default:
                    while (!TryReadStartTag())
                    {
                        if (!Fill())
                            throw SheetRefused.Damaged();
                    }

                    return true;
            }
        }
    }

    public int AttributeCount => attributeCount;

    public ReadOnlySpan<byte> AttributeName(int i) => buffer.AsSpan(attributes[i * 4], attributes[(i * 4) + 1]);

    public ReadOnlySpan<byte> AttributeValue(int i) => buffer.AsSpan(attributes[(i * 4) + 2], attributes[(i * 4) + 3]);

    /// <summary>By local name; empty when there is none.</summary>
    public ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < attributeCount; i++)
        {
            var written = AttributeName(i);
            if (written.EndsWith(name) && (written.Length == name.Length || written[written.Length - name.Length - 1] == ':'))
                return AttributeValue(i);
        }

        return [];
    }

    public string AttributeText(ReadOnlySpan<byte> name) => Decode(Attribute(name));

    /// <summary>What stands between this start tag and the next tag, references resolved, as UTF-8. Valid until the next move.</summary>
    public ReadOnlySpan<byte> Text()
    {
        if (IsClosed)
            return [];
        while (true)
        {
            var text = buffer.AsSpan(at, end - at);
            var stop = text.IndexOf((byte)'<');
            if (stop >= 0 && stop + 1 < text.Length)
            {
                if (text[stop + 1] == '!')
                    return GatherText();
                var plain = text[..stop];
                at += stop;
                return plain.Contains((byte)'&') ? Resolve(plain) : plain;
            }

            if (text.Length > LongestText || !Fill())
                throw SheetRefused.Damaged();
        }
    }

    /// <summary>Runs on to the end tag of this name without looking at anything between.</summary>
    public void SkipTo(ReadOnlySpan<byte> qualifiedName)
    {
        Span<byte> mark = stackalloc byte[qualifiedName.Length + 2];
        mark[0] = (byte)'<';
        mark[1] = (byte)'/';
        qualifiedName.CopyTo(mark[2..]);
        while (true)
        {
            var found = buffer.AsSpan(at, end - at).IndexOf(mark);
            if (found >= 0)
            {
                at += found;
                return;
            }

            at = Math.Max(at, end - mark.Length + 1);
            if (!Fill())
                throw SheetRefused.Damaged();
        }
    }

    public static string Decode(ReadOnlySpan<byte> text) =>
        Encoding.UTF8.GetString(text.Contains((byte)'&') ? ResolveInto(new ArrayBufferWriter<byte>(), text) : text);

    public void Dispose()
    {
        content.Dispose();
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void Begin()
    {
        begun = true;
        if (!Has(4))
            throw SheetRefused.Damaged();
        if (buffer[0] is 0xFE or 0xFF || buffer[0] == 0 || buffer[1] == 0)
            throw SheetRefused.OtherFormat("a workbook whose parts are not in UTF-8");
        if (buffer.AsSpan(0, 3).SequenceEqual(Encoding.UTF8.Preamble))
            at = 3;
    }

    private void ReadEndTag()
    {
        int close;
        while ((close = buffer.AsSpan(at, end - at).IndexOf((byte)'>')) < 0)
        {
            if (end - at > LongestTag || !Fill())
                throw SheetRefused.Damaged();
        }

        nameStart = at + 2;
        nameEnd = at + close;
        while (nameEnd > nameStart && buffer[nameEnd - 1] <= ' ')
            nameEnd--;
        at += close + 1;
        attributeCount = 0;
        IsStart = false;
        IsClosed = false;
        if (--depth < 0)
            throw SheetRefused.Damaged();
    }

    /// <summary>False when the tag goes on past what has been read; nothing has moved then.</summary>
    private bool TryReadStartTag()
    {
        var bytes = buffer.AsSpan(0, end);
        var i = at + 1;
        var start = i;
        while (i < bytes.Length && bytes[i] is > (byte)' ' and not ((byte)'>' or (byte)'/'))
            i++;
        var stop = i;
        var count = 0;
        while (true)
        {
            while (i < bytes.Length && bytes[i] <= ' ')
                i++;
            if (i >= bytes.Length)
                return false;
            if (bytes[i] == '>')
                break;
            if (bytes[i] == '/')
            {
                if (++i >= bytes.Length)
                    return false;
                if (bytes[i] != '>')
                    throw SheetRefused.Damaged();
                break;
            }

            var name = i;
            while (i < bytes.Length && bytes[i] is not ((byte)'=' or (byte)'>' or (byte)'<' or <= (byte)' '))
                i++;
            var nameLength = i - name;
            while (i < bytes.Length && bytes[i] <= ' ')
                i++;
            if (i >= bytes.Length)
                return false;
            if (bytes[i++] != '=')
                throw SheetRefused.Damaged();
            while (i < bytes.Length && bytes[i] <= ' ')
                i++;
            if (i >= bytes.Length)
                return false;
            var quote = bytes[i++];
            if (quote is not ((byte)'"' or (byte)'\''))
                throw SheetRefused.Damaged();
            var length = bytes[i..].IndexOf(quote);
            if (length < 0)
                return false;
            if (count < StoredAttributes)
            {
                attributes[count * 4] = name;
                attributes[(count * 4) + 1] = nameLength;
                attributes[(count * 4) + 2] = i;
                attributes[(count * 4) + 3] = length;
                count++;
            }

            i += length + 1;
        }

        nameStart = start;
        nameEnd = stop;
        attributeCount = count;
        IsStart = true;
        IsClosed = bytes[i - 1] == '/';
        if (!IsClosed && ++depth > 256)
            throw SheetRefused.Damaged();
        at = i + 1;
        return true;
    }

    private void SkipDeclaration()
    {
        if (Has(4) && buffer.AsSpan(at, 4).SequenceEqual("<!--"u8))
            SkipPast("-->"u8, 4);
        else if (Has(9) && buffer.AsSpan(at, 9).SequenceEqual("<![CDATA["u8))
            SkipPast("]]>"u8, 9);
        else
            throw SheetRefused.Damaged(); // A document type: entities that expand or reach out.
    }

    private void SkipPast(ReadOnlySpan<byte> mark, int opening)
    {
        at += opening;
        while (true)
        {
            var found = at <= end ? buffer.AsSpan(at, end - at).IndexOf(mark) : -1;
            if (found >= 0)
            {
                at += found + mark.Length;
                return;
            }

            at = Math.Max(at, end - mark.Length + 1);
            if (!Fill())
                throw SheetRefused.Damaged();
        }
    }

    private bool Has(int count)
    {
        while (end - at < count)
        {
            if (!Fill())
                return false;
        }

        return true;
    }

    /// <summary>Reads more behind what is still wanted (from <c>at</c> on); false at the end of the part.</summary>
    private bool Fill()
    {
        cancelled.ThrowIfCancellationRequested();
        if (at > 0)
        {
            buffer.AsSpan(at, end - at).CopyTo(buffer);
            end -= at;
            at = 0;
        }

        if (end == buffer.Length)
        {
            if (buffer.Length > LongestText + LongestTag)
                throw SheetRefused.Damaged();
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        var read = content.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
