using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Instruments;

// Setting the same name and path twice changes nothing, so the news may arrive twice.
internal sealed class WhenUnitChangedCopyIt(InstrumentsDb db, TimeProvider clock) : INotificationHandler<UnitChanged>
{
    public async Task Handle(UnitChanged notification, CancellationToken cancellationToken)
    {
        // Statements keep the name under which they were made.
        await db.Exemptions.Where(e => e.UnitId == notification.UnitId && e.UnitPath != notification.Path)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.UnitPath, notification.Path), cancellationToken);
        // The catalogue follows what was updated lately; the instruments' versions stay, for nobody edited them.
        var now = clock.GetUtcNow();
        await db.Instruments
            .Where(i => i.UnitId == notification.UnitId && (i.UnitPath != notification.Path || i.UnitName != notification.Name))
            .ExecuteUpdateAsync(set => set
                .SetProperty(i => i.UnitPath, notification.Path).SetProperty(i => i.UnitName, notification.Name).SetProperty(i => i.UpdatedAt, now), cancellationToken);
        await db.Carriers.Where(c => c.UnitId == notification.UnitId && (c.UnitPath != notification.Path || c.UnitName != notification.Name))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UnitPath, notification.Path).SetProperty(c => c.UnitName, notification.Name), cancellationToken);
        await db.MoveAssets(notification.UnitId, notification.Path, cancellationToken);
    }
}
