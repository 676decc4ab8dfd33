using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Instruments;

namespace Modular.PurchaseReview;

// An instrument ends one expectation at most, so the news may arrive twice.
internal sealed class WhenInstrumentListedEndExpectations(PurchaseReviewDb db, IInstrumentStock stock) : INotificationHandler<InstrumentListed>
{
    public async Task Handle(InstrumentListed notification, CancellationToken cancellationToken)
    {
        var open = await db.Expectations.Where(e => e.UnitId == notification.UnitId && (e.MetOn == null && e.EndedOn == null || e.InstrumentId == notification.InstrumentId))
            .OrderBy(e => e.DecidedOn).ThenBy(e => e.Piece).ToListAsync(cancellationToken);
        if (open.Count == 0 || open.Exists(e => e.InstrumentId == notification.InstrumentId)) return;
        if (!(await stock.FindMany([notification.InstrumentId], cancellationToken)).TryGetValue(notification.InstrumentId, out var card)) return;
        var instrument = new Likeable(card.NameZh, card.NameEn, card.Model, card.Manufacturer, card.ClassCode, card.Specifications, card.Functions, card.OriginalValueFen);
        // What was in the books before the decision was not bought by it. The same model goes before the same kind.
        var met = open.Where(e => (card.BookedOn is null || card.BookedOn >= e.DecidedOn) && e.IsMetBy(instrument))
            .OrderByDescending(e => string.Equals(e.Model, card.Model, StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
        if (met is null) return;
        met.Meet(notification.InstrumentId, notification.ListedOn);
        await db.SaveChangesAsync(cancellationToken);
    }
}
