namespace Modular.Instruments;

internal enum AttachmentKind
{
    /// <summary>图片: shown to the public with a listed instrument.</summary>
    Photo,

    /// <summary>附件: a manual, a certificate; for those who see the registry.</summary>
    Document,
}

/// <summary>A photo of an instrument, or a document about it (I-2). What is in the file never changes; another file is another attachment.</summary>
internal sealed class Attachment
{
    public const int LongestName = 200;
    public const int LongestCaption = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstrumentId { get; init; }

    public required AttachmentKind Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>By what is in the file, whatever its name says.</summary>
    public required string ContentType { get; init; }

    /// <summary>Its name in the file store.</summary>
    public required string Hash { get; init; }

    public required long SizeBytes { get; init; }

    /// <summary>What is to be seen, for those who cannot see it too.</summary>
    public string? Caption { get; private set; }

    /// <summary>From 0 among its kind; the first photo stands for the instrument.</summary>
    public int Position { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string AddedBy { get; init; }

    public int Version { get; private set; } = 1;

    public void Describe(string? caption, int version)
    {
        if (version != Version) throw InstrumentProblems.AttachmentChanged();
        Caption = string.IsNullOrWhiteSpace(caption) ? null : caption.Trim();
        Version++;
    }
}
