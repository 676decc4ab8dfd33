using MediatR;
using Modular.Contracts.Units;

namespace Modular.Instruments;

// What has gone over is no longer the former unit's, so the news may arrive twice.
internal sealed class WhenUnitsMergedHandOverInstruments(InstrumentsDb db, HandOver handOver) : INotificationHandler<UnitsMerged>
{
    public Task Handle(UnitsMerged notification, CancellationToken cancellationToken) => handOver.Run(
        new HandingOver(notification.UnitId, notification.UnitName, notification.IntoUnitName, notification.AccountId, notification.By, notification.Reason),
        notification.IntoUnitId, db.Instruments.Where(i => i.UnitId == notification.UnitId), all: true, cancellationToken);
}
