using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Evaluation;

// Copying the same facts twice changes nothing.
internal sealed class WhenUnitChangedCopyIt(EvaluationDb db) : INotificationHandler<UnitChanged>
{
    public async Task Handle(UnitChanged notification, CancellationToken cancellationToken)
    {
        await db.Grades.Where(g => g.UnitId == notification.UnitId)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.UnitPath, notification.Path).SetProperty(g => g.UnitName, notification.Name), cancellationToken);
        db.NoteWrite();
    }
}
