using System.IO.Compression;

namespace Modular.Shared;

/// <summary>Tells what a file is by what is in it; its name and what the sender says of it count for nothing.</summary>
public static class FileContent
{
    const int Beginning = 12;

    /// <returns>Null for everything that is not taken: scripts, pages, vector graphics, macros, programs.</returns>
    public static string? TypeOf(Stream content)
    {
        var bytes = new byte[Beginning];
        var read = content.ReadAtLeast(bytes, Beginning, throwOnEndOfStream: false);
        content.Position = 0;
        ReadOnlySpan<byte> head = bytes.AsSpan(0, read);
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
            [(byte)'P', (byte)'K', 3, 4, ..] => OfficeType(content),
            _ => null,
        };
    }

    static string? OfficeType(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("[Content_Types].xml") is null || zip.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            return zip.GetEntry("word/document.xml") is not null ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : zip.GetEntry("xl/workbook.xml") is not null ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : zip.GetEntry("ppt/presentation.xml") is not null ? "application/vnd.openxmlformats-officedocument.presentationml.presentation"
                : null;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // Whatever goes wrong inside a stranger's file: it is none that is taken.
            return null;
        }
        finally
        {
            content.Position = 0;
        }
    }
}
