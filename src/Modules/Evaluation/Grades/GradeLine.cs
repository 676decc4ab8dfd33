using Modular.Contracts;
using Modular.Contracts.Evaluation;
using Modular.Contracts.Units;

namespace Modular.Evaluation;

/// <summary>A grade as it stands in the audit trail, before and after.</summary>
internal sealed record GradeLine(string Unit, int Year, Grade Grade, string DecidedBy, string Document, DateOnly DecidedOn, DateOnly? RectifyBy, DateOnly? RectifiedOn, DateOnly? WithdrawnOn)
{
    public static GradeLine Of(UnitGrade grade) =>
        new(grade.UnitName, grade.Year, grade.Grade, grade.DecidedBy, grade.Document, grade.DecidedOn, grade.RectifyBy, grade.RectifiedOn, grade.WithdrawnOn);
}

internal static class GradeNotices
{
    /// <summary>The unit learns what was entered about it, and by whom.</summary>
    /// <param name="kind">grade.entered, grade.corrected, grade.accepted or grade.withdrawn.</param>
    public static NoticeRaised Of(UnitGrade grade, string kind, string reason, string by) => new(
        kind, grade.UnitId, Permissions.GradesRead, "/grades", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["unit"] = grade.UnitName, ["year"] = grade.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), ["document"] = grade.Document, ["reason"] = reason, ["by"] = by,
        }, DueOn: grade.RectifiedOn is null && grade.WithdrawnOn is null ? grade.RectifyBy : null);
}
