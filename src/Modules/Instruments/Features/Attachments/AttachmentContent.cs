using Modular.Shared;

namespace Modular.Instruments;

internal static class AttachmentContent
{
    /// <returns>Null for everything that is not taken.</returns>
    public static (AttachmentKind Kind, string ContentType)? Recognise(Stream content) => FileContent.TypeOf(content) is { } type
        ? (type.StartsWith("image/", StringComparison.Ordinal) ? AttachmentKind.Photo : AttachmentKind.Document, type)
        : null;
}
