using System.Security.Cryptography;

namespace Modular.Shared;

/// <summary>A stored file: named by what is in it, so the same content is kept once and cannot change unnoticed.</summary>
/// <param name="Hash">SHA-256 of the content, 64 hexadecimal digits.</param>
/// <param name="Length">Bytes.</param>
public sealed record StoredFile(string Hash, long Length);

/// <summary>Where files are kept. A folder here; an S3-compatible server can take its place.</summary>
public interface IFileStore
{
    /// <exception cref="Problem">413 <c>file.too-large</c> as soon as more than <paramref name="maximumBytes"/> have come.</exception>
    Task<StoredFile> Save(Stream content, long maximumBytes, CancellationToken ct);

    /// <exception cref="FileNotFoundException">No such file is stored.</exception>
    Stream Open(string hash);
}

public sealed class FolderFileStore(string root) : IFileStore
{
    public async Task<StoredFile> Save(Stream content, long maximumBytes, CancellationToken ct)
    {
        Directory.CreateDirectory(root);
        var incoming = Path.Combine(root, $"incoming-{Guid.CreateVersion7():N}");
        try
        {
            var stored = await Write(content, incoming, maximumBytes, ct);
            var place = PlaceOf(stored.Hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            // A rename is whole or not at all: no reader ever sees half a file.
            File.Move(incoming, place, overwrite: true);
            return stored;
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    public Stream Open(string hash) => new FileStream(PlaceOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true);

    static async Task<StoredFile> Write(Stream content, string path, long maximumBytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);
        var buffer = new byte[64 * 1024];
        var length = 0L;
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            length += read;
            if (length > maximumBytes)
                throw new Problem(413, "file.too-large", $"The file is larger than {maximumBytes / (1024 * 1024)} MiB.");
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        await file.FlushAsync(ct);
        file.Flush(flushToDisk: true);
        return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    string PlaceOf(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigit)
        ? Path.Combine(root, hash[..2], hash)
        : throw new FileNotFoundException("Not the name of a stored file.");
}
