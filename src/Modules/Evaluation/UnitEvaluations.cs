using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Evaluation;
using Modular.Contracts.Units;

namespace Modular.Evaluation;

/// <summary>Answers other modules' questions about grades and what follows from them (E-8, E-10).</summary>
internal sealed class UnitEvaluations(EvaluationDb db, Grades grades, IPolicies policies) : IUnitEvaluations
{
    const string Entered = "entered";

    public async Task<IReadOnlyDictionary<Guid, UnitEvaluation>> On(DateOnly day, IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        var rows = await grades.Now(db.Grades.AsNoTracking().Counting(day).Where(g => unitIds.Contains(g.UnitId)), day).ToListAsync(ct);
        var restricting = await Restricting(rows.Where(row => row.Open).Select(row => row.Grade.UnitPath), policies, day, ct);
        return rows.GroupBy(row => row.Grade.UnitId).ToDictionary(unit => unit.Key, unit => new UnitEvaluation(
            Summary(unit.MaxBy(row => row.Grade.Year)!.Grade),
            [.. unit.Where(row => row.Open).OrderBy(row => row.Grade.Year).SelectMany(row => Measures(row.Grade, restricting.Contains(row.Grade.UnitPath), day))]));
    }

    /// <summary>Those of the paths whose region restricts the purchases of unqualified units on a day: it is the region's to say, and to unsay (IM 24).</summary>
    public static async Task<IReadOnlySet<string>> Restricting(IEnumerable<string> paths, IPolicies policies, DateOnly day, CancellationToken ct)
    {
        var asked = paths.Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0) return new HashSet<string>(StringComparer.Ordinal);
        var regions = await policies.Periods(asked, ct);
        return asked.Where(path => regions[path].Last(period => period.From <= day).Numbers.UnqualifiedBlocksPurchase).ToHashSet(StringComparer.Ordinal);
    }

    static GradeSummary Summary(UnitGrade grade) => new(grade.Id, grade.UnitId, grade.Year, grade.Grade, grade.DecidedBy, grade.Document, grade.DecidedOn, Entered, grade.Version);

    static IEnumerable<MeasureSummary> Measures(UnitGrade grade, bool restricting, DateOnly day)
    {
        var due = grade.RectifyBy!.Value;
        var rectification = new MeasureSummary(MeasureKind.Rectification, grade.Id, grade.Year, grade.DecidedBy, grade.Document, grade.DecidedOn, due, due < day);
        return restricting ? [rectification, rectification with { Kind = MeasureKind.PurchasesRestricted }] : [rectification];
    }
}
