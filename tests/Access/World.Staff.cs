using Modular.Units;

namespace Modular.Tests.Access;

// Who works at the units' instruments: one person, told apart by field.
sealed partial class World
{
    /// <summary>The person, by the department that whoever sees the row sees; the name; number and telephone.</summary>
    Task<Target[]> Staff(Spot spot) => App.InDatabase<UnitsDb, Target[]>(async db =>
    {
        var unit = _units[spot];
        var (marker, name, number, phone) = (NewMarker(), NewMarker(), NewMarker(), NewMarker());
        var member = StaffMember.Enter(unit.Id, Some.StaffFacts(name) with { Department = marker, StaffNumber = number, Phone = phone }, App.Clock.GetUtcNow());
        // Under the person's own id, so that who has the one has the other.
        member.Trainings.Add(new StaffTraining { Id = member.Id, MemberId = member.Id, Kind = TrainingKind.Training, Topic = marker, From = new DateOnly(2026, 1, 5), EnteredBy = name });
        db.Staff.Add(member);
        await db.SaveChangesAsync();
        return [Shown(Kind.Staff, marker), Shown(Kind.StaffName, name), Shown(Kind.StaffNumber, number), Shown(Kind.StaffNumber, phone) with { State = "phone" }];

        Target Shown(Kind kind, string text) => new(kind, spot, "", member.Id.ToString(), unit.Path, text, member.Version, unit.Id);
    });
}
