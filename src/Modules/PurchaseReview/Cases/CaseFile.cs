namespace Modular.PurchaseReview;

/// <summary>A file of a case: quotation, project document. What is in it never changes; another file is another row.</summary>
internal sealed class CaseFile
{
    public const int LongestName = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string FileName { get; init; }

    /// <summary>By what is in the file, whatever its name says.</summary>
    public required string ContentType { get; init; }

    /// <summary>Its name in the file store.</summary>
    public required string Hash { get; init; }

    public required long SizeBytes { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string AddedBy { get; init; }
}
