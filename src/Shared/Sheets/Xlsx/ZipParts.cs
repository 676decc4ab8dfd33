using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>The parts of a workbook's archive, each inflated under the limits and checked against its sum.</summary>
internal sealed class ZipParts : IDisposable
{
    private const int LargestDirectory = 2 << 20;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> expanded = new(StringComparer.OrdinalIgnoreCase);
    private readonly SheetLimits limits;
    private readonly long fileBytes;

    /// <param name="names">What names are written in that do not say so themselves.</param>
    public ZipParts(Stream content, SheetLimits limits, Encoding? names = null)
    {
        CheckDirectorySize(content);
        this.limits = limits;
        fileBytes = content.Length;
        content.Position = 0;
        archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, names);
        foreach (var entry in archive.Entries)
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    /// <summary>Every entry as the directory lists it, twins included.</summary>
    public IEnumerable<string> Listed => archive.Entries.Select(entry => entry.FullName);

    public bool Has(string name) => entries.ContainsKey(name);

    public Stream? Open(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
            return null;
        if (entry.IsEncrypted)
            throw SheetRefused.Encrypted();
        return new Part(this, name, entry);
    }

    public void Dispose() => archive.Dispose();

    private void Count(string name, long bytes, long packed)
    {
        if (bytes > 16 << 20 && bytes / limits.CompressionRatio > Math.Min(packed, fileBytes))
            throw SheetRefused.ExpandsTooMuch();
        if (bytes <= expanded.GetValueOrDefault(name))
            return;
        expanded[name] = bytes;
        if (expanded.Values.Sum() > limits.ExpandedBytes)
            throw SheetRefused.ExpandsTooMuch();
    }

    // The archive reader makes an object of every entry a directory lists: a few megabytes may list a million.
    private static void CheckDirectorySize(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, 22 + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + 22 > tail.Length)
            throw SheetRefused.Damaged();
        var position = content.Length - tail.Length + at;
        long start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        var locator = at - 20;
        if (locator >= 0 && tail.AsSpan(locator).StartsWith("PK\u0006\u0007"u8))
        {
            var large = new byte[56];
            content.Position = Math.Clamp(BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(locator + 8)), 0, content.Length);
            if (content.ReadAtLeast(large, large.Length, throwOnEndOfStream: false) < large.Length)
                throw SheetRefused.Damaged();
            start = Math.Min(start, BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(48)));
        }

        if (start < 0 || position - start is < 0 or > LargestDirectory)
            throw SheetRefused.Damaged();
    }

    private sealed class Part(ZipParts parts, string name, ZipArchiveEntry entry) : Stream
    {
        private readonly Stream inflated = entry.Open();
        private Crc32 sum = new();
        private long bytes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => bytes;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inflated.Read(buffer);
            sum.Add(buffer[..read]);
            bytes += read;
            if (read > 0)
                parts.Count(name, bytes, entry.CompressedLength);
            else if (buffer.Length > 0 && sum.Value != entry.Crc32)
                throw SheetRefused.Damaged();
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inflated.Dispose();
            base.Dispose(disposing);
        }
    }
}
