using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>One list of a package, under its name there.</summary>
public sealed record PackedBook(string Name, SheetBook Book);

/// <summary>
/// Opens a stranger's package: a zip with lists in it, or a single list. Names inside are for reading only; nothing is ever written under them.
/// Every list is unpacked under the limits of lists, to a file that vanishes when the package is closed. One list that cannot be read refuses the whole.
/// </summary>
public sealed class SheetPackage : IDisposable
{
    const int MostEntries = 500;
    const int MostLists = 20;
    const int LongestName = 255;

    static readonly string[] Lists = [".xlsx", ".xls", ".csv", ".tsv", ".txt"];
    static readonly string[] Archives = [".zip", ".rar", ".7z", ".gz", ".tar", ".tgz", ".bz2", ".xz"];

    // Packages of every list together: a unit's cards are a few megabytes.
    static readonly SheetLimits Unpacking = SheetLimits.Standard with { ExpandedBytes = 128L << 20 };

    SheetPackage(IReadOnlyList<PackedBook> books, IReadOnlyList<string> leftOut) => (Books, LeftOut) = (books, leftOut);

    public IReadOnlyList<PackedBook> Books { get; }

    /// <summary>Files that are no lists: pictures, signatures, instructions.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>The stream stays the caller's, can be sought in, and stays open while rows are read. Throws nothing but <see cref="SheetRefused"/> and, when cancelled, its exception.</summary>
    /// <param name="name">What a single list is called.</param>
    public static SheetPackage Open(Stream content, string name, CancellationToken cancelled = default) => SheetRefusals.Guard(() =>
    {
        Span<byte> start = stackalloc byte[4];
        content.Position = 0;
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (content.Length > SheetLimits.Standard.FileBytes || !start.StartsWith("PK\u0003\u0004"u8)) return Single(content, name, cancelled);

        using var parts = new ZipParts(content, Unpacking, NamesOf());
        // A workbook is an archive too; it says so itself.
        return parts.Has("[Content_Types].xml") || parts.Has("mimetype") ? Single(content, name, cancelled) : Unpack(parts, cancelled);
    });

    public void Dispose()
    {
        foreach (var packed in Books) packed.Book.Dispose();
    }

    static SheetPackage Single(Stream content, string name, CancellationToken cancelled) =>
        new([new PackedBook(name, SheetReader.Open(content, cancelled: cancelled))], []);

    static SheetPackage Unpack(ZipParts parts, CancellationToken cancelled)
    {
        var names = parts.Listed.Where(entry => !entry.EndsWith('/')).ToList();
        if (names.Count > MostEntries) throw SheetRefused.PackageOfTooManyFiles(MostEntries);
        if (names.Exists(IsBad) || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Count) throw SheetRefused.PackageWithBadName();
        names.RemoveAll(IsLeaving);
        if (names.Find(entry => Ends(entry, Archives)) is { } nested) throw SheetRefused.PackageInPackage(nested);
        var lists = names.FindAll(entry => Ends(entry, Lists));
        if (lists.Count == 0) throw SheetRefused.PackageWithoutLists();
        if (lists.Count > MostLists) throw SheetRefused.PackageOfTooManyFiles(MostLists);

        var books = new List<PackedBook>(lists.Count);
        try
        {
            foreach (var list in lists) books.Add(new PackedBook(list, OpenList(parts, list, cancelled)));
        }
        catch
        {
            books.ForEach(packed => packed.Book.Dispose());
            throw;
        }

        return new SheetPackage(books, [.. names.Except(lists, StringComparer.Ordinal)]);
    }

    static SheetBook OpenList(ZipParts parts, string list, CancellationToken cancelled)
    {
        try
        {
            using var packed = parts.Open(list)!;
            return SheetReader.Open(packed, cancelled: cancelled);
        }
        catch (SheetRefused reason)
        {
            throw SheetRefused.InPackage(list, reason);
        }
    }

    static bool IsBad(string name) => name.Length > LongestName || name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)
        || name.Any(char.IsControl) || name.Split('/').Contains("..", StringComparer.Ordinal);

    // What file managers leave in every archive.
    static bool IsLeaving(string name) => name.StartsWith("__MACOSX/", StringComparison.Ordinal) || Path.GetFileName(name).StartsWith('.')
        || name.EndsWith("Thumbs.db", StringComparison.OrdinalIgnoreCase);

    static bool Ends(string name, string[] endings) => endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // Chinese archivers write names in the system's own encoding and do not say so.
    static Encoding NamesOf()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030");
    }
}
