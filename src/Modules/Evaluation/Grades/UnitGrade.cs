using Modular.Contracts.Evaluation;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Evaluation;

/// <summary>What the document says in which a grade was published.</summary>
internal sealed record GradeFacts(Grade Grade, string? DecidedBy, string? Document, DateOnly DecidedOn);

/// <summary>
/// A unit's grade 评价等级 for a year (IM 23), as the region published it. Never deleted: one that was wrong is corrected or withdrawn with the reason,
/// and what it said before stands in the audit trail.
/// </summary>
internal sealed class UnitGrade
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UnitId { get; init; }

    /// <summary>Who goes on for a unit that has merged into it, and answers for what is still open.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>Decides who sees it.</summary>
    public required string UnitPath { get; set; }

    public required string UnitName { get; set; }

    /// <summary>The year that was evaluated, not the one in which that was done.</summary>
    public required int Year { get; init; }

    public Grade Grade { get; private set; }

    public string DecidedBy { get; private set; } = "";

    public string Document { get; private set; } = "";

    /// <summary>When it was published; from then on it counts.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>Until when an unqualified unit has to put things right, by the policy of the day it was published (P-6).</summary>
    public DateOnly? RectifyBy { get; private set; }

    /// <summary>Whether its purchases are restricted until then, by the same policy (IM 24).</summary>
    public bool RestrictsPurchases { get; private set; }

    /// <summary>When what was put right was accepted 整改验收.</summary>
    public DateOnly? RectifiedOn { get; private set; }

    public string RectifiedNote { get; private set; } = "";

    public DateOnly? WithdrawnOn { get; private set; }

    public string WithdrawReason { get; private set; } = "";

    /// <summary>Who entered, corrected, accepted or withdrew it last.</summary>
    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public static UnitGrade Enter(UnitSummary unit, int year, GradeFacts facts, PolicySet policy, string by, DateTimeOffset now)
    {
        var entered = new UnitGrade { UnitId = unit.Id, UnitPath = unit.Path, UnitName = unit.Name, Year = year, ChangedBy = by, ChangedAt = now };
        entered.Take(facts, policy);
        return entered;
    }

    public void Correct(GradeFacts facts, PolicySet policy, int version, string by, DateTimeOffset now)
    {
        Touch(version, by, now);
        Take(facts, policy);
    }

    /// <exception cref="Problem">422 where there is nothing to put right, or it was accepted before.</exception>
    public void Accept(DateOnly on, string note, int version, string by, DateTimeOffset now)
    {
        Touch(version, by, now);
        if (RectifyBy is null || RectifiedOn is not null) throw GradeProblems.NothingToRectify();
        if (on < DecidedOn) throw GradeProblems.AcceptedBeforeGraded();
        (RectifiedOn, RectifiedNote) = (on, note.Trim());
    }

    public void Withdraw(DateOnly on, string reason, int version, string by, DateTimeOffset now)
    {
        Touch(version, by, now);
        (WithdrawnOn, WithdrawReason) = (on, reason.Trim());
    }

    void Take(GradeFacts facts, PolicySet policy)
    {
        (Grade, DecidedBy, Document, DecidedOn) = (facts.Grade, facts.DecidedBy!.Trim(), facts.Document!.Trim(), facts.DecidedOn);
        RectifyBy = Grade == Grade.Unqualified ? DecidedOn.AddYears(policy.RectificationYears) : null;
        RestrictsPurchases = RectifyBy is not null && policy.UnqualifiedBlocksPurchase;
        if (RectifyBy is null) (RectifiedOn, RectifiedNote) = (null, "");
    }

    void Touch(int version, string by, DateTimeOffset now)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("grade");
        if (WithdrawnOn is not null) throw GradeProblems.Withdrawn();
        (ChangedBy, ChangedAt, Version) = (by, now, Version + 1);
    }
}
