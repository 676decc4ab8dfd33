using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Puts a file to an instrument, last of its kind, with a line in the audit trail.</summary>
internal sealed class AttachmentShelf(InstrumentsDb db, IFileStore files, CurrentUser user, TimeProvider clock)
{
    const int MostPhotos = 10;
    const int MostDocuments = 30;

    public async Task<Attachment> Add(Instrument instrument, AttachmentKind kind, string type, string fileName, string? caption, Stream content, CancellationToken ct)
    {
        var others = await db.Attachments.Where(a => a.InstrumentId == instrument.Id && a.Kind == kind).Select(a => a.Position).ToListAsync(ct);
        var most = kind == AttachmentKind.Photo ? MostPhotos : MostDocuments;
        if (others.Count >= most) throw InstrumentProblems.TooManyAttachments(most);

        var stored = await files.Save(content, AddAttachmentEndpoint.LargestBytes, ct);
        var attachment = new Attachment
        {
            InstrumentId = instrument.Id,
            Kind = kind,
            FileName = FileNames.Plain(fileName, Attachment.LongestName),
            ContentType = type,
            Hash = stored.Hash,
            SizeBytes = stored.Length,
            Position = others.Count == 0 ? 0 : others.Max() + 1,
            AddedAt = clock.GetUtcNow(),
            AddedBy = user.DisplayName,
        };
        attachment.Describe(caption, attachment.Version);
        db.Attachments.Add(attachment);
        db.Record(user, clock, "instrument.attachment-added", instrument.Id, instrument.UnitPath, after: new { attachment.Id, attachment.Kind, attachment.FileName, attachment.Hash, attachment.Caption });
        await db.SaveChangesAsync(ct);
        return attachment;
    }
}
