using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>Opens a stranger's list. What the bytes are decides, never the file's name.</summary>
public static class SheetReader
{
    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Opens xlsx, xls or delimited text. The stream stays the caller's and must stay open while rows are read. Throws nothing but
    /// <see cref="SheetRefused"/> and, when cancelled, <see cref="OperationCanceledException"/>.
    /// </summary>
    public static SheetBook Open(Stream content, SheetLimits? limits = null, CancellationToken cancelled = default) =>
        SheetRefusals.Guard(() => OpenSeekable(content, limits ?? SheetLimits.Standard, cancelled));

    private static SheetBook OpenSeekable(Stream content, SheetLimits limits, CancellationToken cancelled)
    {
        if (content.CanSeek)
            return OpenByContent(content, owned: null, limits, cancelled);
        var copy = Spool(content, limits, cancelled);
        try
        {
            return OpenByContent(copy, copy, limits, cancelled);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    private static SheetBook OpenByContent(Stream content, IDisposable? owned, SheetLimits limits, CancellationToken cancelled)
    {
        if (content.Length > limits.FileBytes)
            throw SheetRefused.TooLarge(limits.FileBytes);
        if (content.Length == 0)
            throw SheetRefused.Empty();
        Span<byte> start = stackalloc byte[8];
        content.Position = 0;
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];

        if (start.StartsWith("PK\u0003\u0004"u8))
            return XlsxBook.Open(content, owned, limits, cancelled);
        if (start.StartsWith("PK"u8) && start.Length > 3 && start[2] < 9)
            throw SheetRefused.NotASpreadsheet();
        if (start.SequenceEqual(BiffBook.CompoundFileMark) || BiffBook.IsBareSheet(start))
            return BiffBook.Open(content, owned, limits, cancelled);
        return DelimitedBook.Open(content, owned, limits, cancelled);
    }

    private static FileStream Spool(Stream content, SheetLimits limits, CancellationToken cancelled)
    {
        var copy = new FileStream(Path.Combine(Path.GetTempPath(), $"sheet-{Guid.CreateVersion7():N}"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        });
        try
        {
            var buffer = new byte[81920];
            while (content.Read(buffer) is > 0 and var read)
            {
                cancelled.ThrowIfCancellationRequested();
                copy.Write(buffer, 0, read);
                if (copy.Length > limits.FileBytes)
                    throw SheetRefused.TooLarge(limits.FileBytes);
            }

            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }
}
