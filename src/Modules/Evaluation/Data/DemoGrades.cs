using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Evaluation;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Evaluation;

/// <summary>The demo region's grades of three years, in the shares that the region's own rounds had; some unqualified ones are still putting things right.</summary>
internal sealed class DemoGrades(EvaluationDb db, IUnitDirectory units, IPolicies policies, TimeProvider clock) : IDemoSeed
{
    const string Department = "内蒙古自治区科学技术厅";

    const string By = "内蒙古自治区科学技术厅 政策处 斯琴";

    // After the organisations, before the purchase cases: these are judged by them.
    public int Order => 5;

    public async Task Seed(int size, CancellationToken ct)
    {
        if (await db.Grades.AnyAsync(ct)) return;
        var now = clock.GetUtcNow();
        var open = (await units.Within("", ct)).Where(unit => !unit.Closed).OrderBy(unit => unit.Path, StringComparer.Ordinal).ToList();
        foreach (var year in Enumerable.Range(clock.Today().Year - 3, 3))
        {
            var decidedOn = new DateOnly(year + 1, 5, 14);
            if (decidedOn > clock.Today()) continue;
            foreach (var (at, unit) in open.Index())
            {
                // Not every unit takes part in every round.
                if ((at + year) % 7 == 0) continue;
                var facts = new GradeFacts(Of(at, year), Department, $"内科基字〔{year + 1}〕5号", decidedOn);
                var grade = UnitGrade.Enter(unit, year, facts, await policies.On(decidedOn, unit.Path, ct), By, now);
                if (grade.RectifyBy is not null && at % 3 != 0 && decidedOn.AddMonths(9) <= clock.Today())
                    grade.Accept(decidedOn.AddMonths(9), "现场核查通过，整改报告已备案", grade.Version, By, now);
                db.Grades.Add(grade);
            }
        }

        await db.SaveChangesAsync(ct);
    }

    static Grade Of(int at, int year) => ((at * 7 + year * 3) % 20) switch
    {
        < 3 => Grade.Excellent,
        < 9 => Grade.Good,
        < 18 => Grade.Qualified,
        // The unit that is offered on the sign-in page goes on applying.
        _ => at == 0 ? Grade.Good : Grade.Unqualified,
    };
}
