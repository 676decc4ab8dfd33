using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Sharing;

namespace Modular.Instruments;

// The record shows the latest year's hours, wherever they were entered. The same hours a second time change nothing.
internal sealed class WhenYearlyHoursDeclaredCopyThem(InstrumentsDb db, TimeProvider clock) : INotificationHandler<YearlyHoursDeclared>
{
    public async Task Handle(YearlyHoursDeclared notification, CancellationToken cancellationToken)
    {
        var instrument = await db.Instruments.SingleOrDefaultAsync(i => i.Id == notification.InstrumentId, cancellationToken);
        if (instrument is null) return;
        var now = clock.GetUtcNow();
        var changes = instrument.TakeHours(notification.Year, notification.EffectiveHours, notification.ExternalHours, now);
        if (changes.Count == 0) return;
        db.Revisions.Add(new InstrumentRevision
        {
            InstrumentId = instrument.Id, Version = instrument.Version, At = now, AccountId = notification.AccountId, AccountName = notification.By, OrganisationName = notification.Organisation,
            Action = "hoursDeclared", Changes = changes,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
