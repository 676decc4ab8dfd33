using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Instruments;

// Setting the same name and path twice changes nothing, so the news may arrive twice.
internal sealed class WhenUnitChangedCopyIt(InstrumentsDb db) : INotificationHandler<UnitChanged>
{
    public Task Handle(UnitChanged notification, CancellationToken cancellationToken) => db.Instruments
        .Where(i => i.UnitId == notification.UnitId)
        .ExecuteUpdateAsync(set => set.SetProperty(i => i.UnitPath, notification.Path).SetProperty(i => i.UnitName, notification.Name), cancellationToken);
}
