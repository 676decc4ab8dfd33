using MediatR;
using Modular.Contracts.Units;

namespace Modular.Instruments;

// What has gone over is no longer the former unit's, so the news may arrive twice; what a department gets later is not meant.
internal sealed class WhenUnitSplitHandOverInstruments(InstrumentsDb db, HandOver handOver) : INotificationHandler<UnitSplit>
{
    public Task Handle(UnitSplit notification, CancellationToken cancellationToken)
    {
        var (departments, chosen) = (notification.Departments.ToList(), notification.InstrumentIds.ToList());
        return handOver.Run(
            new HandingOver(notification.UnitId, notification.UnitName, notification.IntoUnitName, notification.AccountId, notification.By, notification.Reason), notification.IntoUnitId,
            db.Instruments.Where(i => i.UnitId == notification.UnitId && i.CreatedAt <= notification.At && (departments.Contains(i.Department!) || chosen.Contains(i.Id))),
            all: false, cancellationToken);
    }
}
