using Modular.Contracts.Units;
using Modular.Evaluation;

namespace Modular.Tests.Access;

sealed partial class World
{
    int _gradedYears = 1990;

    // A unit has one grade a year, and nothing better since: each is of a year of its own, and what it found is still open.
    Task<Target> Grade(Spot spot, string state) => App.InDatabase<EvaluationDb, Target>(async db =>
    {
        var (unit, marker, now) = (_units[spot], NewMarker(), App.Clock.GetUtcNow());
        var owner = new UnitSummary(unit.Id, unit.Path, unit.Name, "", unit.RegionCode, CentralLevel: false);
        var grade = UnitGrade.Enter(owner, Interlocked.Decrement(ref _gradedYears), EvaluationDoors.Facts(marker), NationalPolicy with { UnqualifiedBlocksPurchase = false }, "Somebody", now);
        if (state == "Withdrawn") grade.Withdraw(new DateOnly(2026, 1, 2), "wrong", grade.Version, "Somebody", now);
        db.Grades.Add(grade);
        await db.SaveChangesAsync();
        return new Target(Kind.Grade, spot, state, grade.Id.ToString(), unit.Path, marker, grade.Version, unit.Id);
    });
}
