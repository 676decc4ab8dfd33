using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Evaluation;

// What stands under the unit's present path has come along already, so the news may arrive twice.
internal sealed class WhenUnitMovedTakeGradesAlong(EvaluationDb db, IUnitDirectory units) : INotificationHandler<UnitMoved>
{
    public async Task Handle(UnitMoved notification, CancellationToken cancellationToken)
    {
        var unit = (await units.FindMany([notification.UnitId], cancellationToken))[notification.UnitId];
        await db.Grades.Where(g => g.UnitId == unit.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.UnitPath, unit.Path), cancellationToken);
        db.NoteWrite();
    }
}
