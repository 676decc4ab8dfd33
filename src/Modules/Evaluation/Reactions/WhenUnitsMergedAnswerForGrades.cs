using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Evaluation;

// Naming the same successor twice changes nothing.
internal sealed class WhenUnitsMergedAnswerForGrades(EvaluationDb db) : INotificationHandler<UnitsMerged>
{
    public async Task Handle(UnitsMerged notification, CancellationToken cancellationToken)
    {
        await db.Grades.Where(g => g.UnitId == notification.UnitId || g.SuccessorId == notification.UnitId)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.SuccessorId, notification.IntoUnitId), cancellationToken);
        db.NoteWrite();
    }
}
