using Modular.Shared;

namespace Modular.Instruments;

internal sealed class AttachmentFile(Attachment attachment, Stream content)
    : FileDownload(attachment.FileName, attachment.ContentType, attachment.Hash, attachment.AddedAt, content);
