using Modular.Shared;

namespace Modular.Evaluation;

/// <summary>Every refusal about grades, by name.</summary>
internal static class GradeProblems
{
    public static Problem NotFound(Guid id) => Problem.NotFound("grade", id);

    public static Problem UnitNotFound(Guid id) => Problem.NotFound("unit", id);

    public static Problem AlreadyGraded(int year) => new(409, "grade.already-there", $"The unit has a grade for {year} already. Correct that one, or withdraw it first.");

    public static Problem Withdrawn() => new(409, "grade.withdrawn", "The grade has been withdrawn and stays as it is.");

    public static Problem NothingToRectify() => new(422, "grade.nothing-to-rectify", "Only what an unqualified unit has to put right is accepted, and once.");

    public static Problem DecidedEarly() => OnField(new FieldFault("grade.decided-early", "A year is evaluated when it is over."), "facts.decidedOn");

    public static Problem AcceptedBeforeGraded() => OnField(new FieldFault("grade.accepted-before-graded", "Not before the grade was published."), "acceptedOn");

    static Problem OnField(FieldFault fault, string field) => new(422, fault.Code, fault.Message) { Errors = new Dictionary<string, FieldFault[]>(StringComparer.Ordinal) { [field] = [fault] } };
}
