using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Evaluation;

namespace Modular.Evaluation;

/// <summary>Answers other modules' questions about grades and what follows from them (E-8, E-10).</summary>
internal sealed class UnitEvaluations(EvaluationDb db, Grades grades) : IUnitEvaluations
{
    const string Entered = "entered";

    public async Task<IReadOnlyDictionary<Guid, UnitEvaluation>> On(DateOnly day, IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        var rows = await grades.Now(db.Grades.AsNoTracking().Counting(day).Where(g => unitIds.Contains(g.UnitId)), day).ToListAsync(ct);
        return rows.GroupBy(row => row.Grade.UnitId).ToDictionary(unit => unit.Key, unit => new UnitEvaluation(
            Summary(unit.MaxBy(row => row.Grade.Year)!.Grade),
            [.. unit.Where(row => row.Open).OrderBy(row => row.Grade.Year).SelectMany(row => Measures(row.Grade, day))]));
    }

    static GradeSummary Summary(UnitGrade grade) => new(grade.Id, grade.UnitId, grade.Year, grade.Grade, grade.DecidedBy, grade.Document, grade.DecidedOn, Entered, grade.Version);

    static IEnumerable<MeasureSummary> Measures(UnitGrade grade, DateOnly day)
    {
        var due = grade.RectifyBy!.Value;
        var rectification = new MeasureSummary(MeasureKind.Rectification, grade.Id, grade.Year, grade.DecidedBy, grade.Document, grade.DecidedOn, due, due < day);
        return grade.RestrictsPurchases ? [rectification, rectification with { Kind = MeasureKind.PurchasesRestricted }] : [rectification];
    }
}
