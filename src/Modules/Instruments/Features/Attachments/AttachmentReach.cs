using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

internal static class AttachmentReach
{
    /// <summary>The attachments of one instrument of the caller's subtree.</summary>
    public static IQueryable<Attachment> Of(this IQueryable<Attachment> attachments, Guid instrumentId, InstrumentsDb db, CurrentUser user) =>
        attachments.Where(a => a.InstrumentId == instrumentId && db.Instruments.Within(user).Any(i => i.Id == a.InstrumentId));

    /// <summary>The instrument with its attachments of one kind, to be changed; in their order.</summary>
    /// <exception cref="Problem">404 when the instrument is not the caller's to see, 409 while it may not be edited.</exception>
    public static async Task<Instrument> InstrumentToFurnish(this InstrumentsDb db, Guid instrumentId, CurrentUser user, CancellationToken ct)
    {
        var instrument = await db.InstrumentInReach(instrumentId, user, ct);
        if (instrument.LifeCycle is LifeCycle.Submitted or LifeCycle.Retired) throw InstrumentProblems.NotInState("edit", instrument.LifeCycle);
        return instrument;
    }

    /// <exception cref="Problem">404 when the instrument has no such attachment.</exception>
    public static async Task<(Attachment Wanted, List<Attachment> OfItsKind)> AttachmentAmongItsKind(this InstrumentsDb db, Guid instrumentId, Guid attachmentId, CancellationToken ct)
    {
        var all = await db.Attachments.Where(a => a.InstrumentId == instrumentId).OrderBy(a => a.Position).ToListAsync(ct);
        var wanted = all.Find(a => a.Id == attachmentId) ?? throw InstrumentProblems.AttachmentNotFound(attachmentId);
        return (wanted, all.FindAll(a => a.Kind == wanted.Kind));
    }

    public static void Number(this IEnumerable<Attachment> inOrder)
    {
        foreach (var (position, attachment) in inOrder.Index()) attachment.Position = position;
    }
}
