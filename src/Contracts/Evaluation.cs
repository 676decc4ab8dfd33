namespace Modular.Contracts.Evaluation;

/// <summary>评价等级 (P-3, IM 23), the best first.</summary>
public enum Grade
{
    /// <summary>优秀.</summary>
    Excellent,

    /// <summary>良好.</summary>
    Good,

    /// <summary>合格.</summary>
    Qualified,

    /// <summary>不合格.</summary>
    Unqualified,
}

/// <summary>What follows from the grade unqualified (E-8, IM 24).</summary>
public enum MeasureKind
{
    /// <summary>限期整改, until it is accepted.</summary>
    Rectification,

    /// <summary>限制购置仪器设备, while it is being put right, where the region's policy of the day of publication says so.</summary>
    PurchasesRestricted,
}

/// <summary>What other modules may ask about how units were evaluated (E-10): to judge a purchase by, to pay a subsidy by.</summary>
public interface IUnitEvaluations
{
    /// <summary>As it stands on a day. Units that were never evaluated until then are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, UnitEvaluation>> On(DateOnly day, IReadOnlyCollection<Guid> unitIds, CancellationToken ct);
}

/// <param name="LastGrade">Of the last year for which one was published.</param>
/// <param name="Measures">Those that hold because of this grade or an earlier one.</param>
public sealed record UnitEvaluation(GradeSummary LastGrade, IReadOnlyList<MeasureSummary> Measures);

/// <param name="Year">The year that was evaluated.</param>
/// <param name="DecidedBy">The authority that published it.</param>
/// <param name="Document">Number of the document 文号.</param>
/// <param name="Source">entered: by the region, from the document.</param>
/// <param name="Version">Kept with what is decided by it.</param>
public sealed record GradeSummary(Guid Id, Guid UnitId, int Year, Grade Grade, string DecidedBy, string Document, DateOnly DecidedOn, string Source, int Version);

/// <param name="GradeId">The grade that it follows from.</param>
/// <param name="Due">Until when it is to be put right.</param>
/// <param name="Overdue">That day has passed.</param>
public sealed record MeasureSummary(MeasureKind Kind, Guid GradeId, int Year, string DecidedBy, string Document, DateOnly From, DateOnly Due, bool Overdue);
