using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Sharing;

// Instruments follow into the unit that goes on, and their hours with them. Doing it twice changes nothing.
internal sealed class WhenUnitsMergedHandOverHours(SharingDb db) : INotificationHandler<UnitsMerged>
{
    public async Task Handle(UnitsMerged notification, CancellationToken cancellationToken)
    {
        await db.UsageDeclarations.Where(d => d.UnitId == notification.UnitId).ExecuteUpdateAsync(set => set.SetProperty(d => d.UnitId, notification.IntoUnitId), cancellationToken);
        db.NoteWrite();
    }
}
