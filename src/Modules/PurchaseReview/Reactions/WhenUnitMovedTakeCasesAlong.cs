using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.PurchaseReview;

// What stands under the unit's present path has come along already, so the news may arrive twice. Versions stay: nobody worked on the cases.
internal sealed class WhenUnitMovedTakeCasesAlong(PurchaseReviewDb db, IUnitDirectory units) : INotificationHandler<UnitMoved>
{
    public async Task Handle(UnitMoved notification, CancellationToken cancellationToken)
    {
        var unit = (await units.FindMany([notification.UnitId], cancellationToken))[notification.UnitId];
        await db.Cases.Where(c => c.UnitId == unit.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.UnitPath, unit.Path), cancellationToken);
        db.NoteWrite();
    }
}
