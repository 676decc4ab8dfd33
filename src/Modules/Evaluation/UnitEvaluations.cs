using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Evaluation;

namespace Modular.Evaluation;

/// <summary>Answers other modules' questions about grades and what follows from them (E-8, E-10).</summary>
internal sealed class UnitEvaluations(EvaluationDb db, Grades grades) : IUnitEvaluations
{
    const string Entered = "entered";

    // A request that asks about the hits of a check and about the applicant asks the database once.
    readonly Dictionary<(DateOnly Day, Guid Unit), UnitEvaluation?> _asked = [];

    public async Task<IReadOnlyDictionary<Guid, UnitEvaluation>> On(DateOnly day, IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        var unknown = unitIds.Where(unit => !_asked.ContainsKey((day, unit))).Distinct().ToList();
        if (unknown.Count > 0)
        {
            var found = await Read(day, unknown, ct);
            foreach (var unit in unknown) _asked[(day, unit)] = found.GetValueOrDefault(unit);
        }

        return unitIds.Distinct().Where(unit => _asked[(day, unit)] is not null).ToDictionary(unit => unit, unit => _asked[(day, unit)]!);
    }

    async Task<IReadOnlyDictionary<Guid, UnitEvaluation>> Read(DateOnly day, IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        var rows = await grades.Now(
            db.Grades.AsNoTracking().Counting(day).Where(g => unitIds.Contains(g.UnitId) || g.SuccessorId != null && unitIds.Contains(g.SuccessorId.Value)), day).ToListAsync(ct);
        // A merger washes nothing away: who goes on for a unit answers for it. Its grade is its own, where it has one.
        return unitIds.Distinct().Select(unit => (Unit: unit, Rows: rows.Where(row => row.Grade.UnitId == unit || row.Grade.SuccessorId == unit).ToList())).Where(of => of.Rows.Count > 0)
            .ToDictionary(of => of.Unit, of => new UnitEvaluation(
                Summary(of.Rows.MaxBy(row => (row.Grade.UnitId == of.Unit, row.Grade.Year))!.Grade),
                [.. of.Rows.Where(row => row.Open).OrderBy(row => row.Grade.Year).SelectMany(row => Measures(row.Grade, day))]));
    }

    static GradeSummary Summary(UnitGrade grade) => new(grade.Id, grade.UnitId, grade.Year, grade.Grade, grade.DecidedBy, grade.Document, grade.DecidedOn, Entered, grade.Version);

    static IEnumerable<MeasureSummary> Measures(UnitGrade grade, DateOnly day)
    {
        var due = grade.RectifyBy!.Value;
        var rectification = new MeasureSummary(MeasureKind.Rectification, grade.Id, grade.Year, grade.DecidedBy, grade.Document, grade.DecidedOn, due, due < day);
        return grade.RestrictsPurchases ? [rectification, rectification with { Kind = MeasureKind.PurchasesRestricted }] : [rectification];
    }
}
