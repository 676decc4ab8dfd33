using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Instruments;

namespace Modular.Sharing;

// The last declaration of a year stands; news arrives in order per instrument, and arriving twice changes nothing.
internal sealed class WhenUsageDeclaredKeepIt(SharingDb db, TimeProvider clock) : INotificationHandler<UsageDeclared>
{
    public async Task Handle(UsageDeclared notification, CancellationToken cancellationToken)
    {
        var declaration = await db.UsageDeclarations
            .SingleOrDefaultAsync(d => d.InstrumentId == notification.InstrumentId && d.Year == notification.Year, cancellationToken);
        if (declaration is null)
        {
            declaration = new UsageDeclaration { InstrumentId = notification.InstrumentId, Year = notification.Year, UnitId = notification.UnitId };
            db.UsageDeclarations.Add(declaration);
        }

        declaration.UnitId = notification.UnitId;
        declaration.Declare(notification.EffectiveHours, notification.ExternalHours, by: "", clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
