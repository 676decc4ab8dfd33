using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

internal enum CaseState
{
    /// <summary>With the unit's people, seen by nobody else.</summary>
    Draft,

    /// <summary>Checked for duplicates, waits for the unit's endorsement 单位审核.</summary>
    Submitted,

    /// <summary>With the supervising department.</summary>
    UnitEndorsed,

    /// <summary>With the region's centre, for completeness 完整性检查.</summary>
    SupervisorEndorsed,

    /// <summary>退回: with the unit again, to be mended.</summary>
    Returned,

    /// <summary>Taken back by the unit.</summary>
    Withdrawn,

    /// <summary>Complete; waits for a panel.</summary>
    Complete,

    /// <summary>With the panel, each member alone 独立评议.</summary>
    UnderReview,

    /// <summary>With the panel together; votes are cast 集体评议.</summary>
    InDiscussion,

    /// <summary>Passed, adjusted or rejected (P-7).</summary>
    Decided,

    /// <summary>The unit objects 异议.</summary>
    Objected,
}

/// <summary>What moves a case on. Whoever may do it, it is possible in certain states only.</summary>
internal enum CaseAction
{
    Edit,
    Submit,
    Withdraw,
    EndorseInUnit,
    ReturnInUnit,
    EndorseBySupervisor,
    ReturnBySupervisor,
    FindComplete,
    ReturnByCentre,
    EditOpinion,
    Convene,
    Discuss,
    Decide,
    Object,
    AnswerObjection,
    ReopenDecision,
}

/// <summary>A remark of whoever returned the case, on one field of it or on the whole.</summary>
/// <param name="Field">As in the facts, e.g. <c>wishes.0.quotations</c>; empty for the whole.</param>
internal sealed record CaseRemark(string Field, string Text);

/// <summary>A unit's application for instruments bought with government funds 新购大型科研仪器申请 (R-1), and its way to a decision.</summary>
internal sealed class PurchaseCase
{
    /// <summary>The whole way of a case, in one place: from where, to where.</summary>
    public static readonly IReadOnlyDictionary<CaseAction, (CaseState[] From, CaseState? To)> Ways = new Dictionary<CaseAction, (CaseState[], CaseState?)>
    {
        [CaseAction.Edit] = ([CaseState.Draft, CaseState.Returned], null),
        [CaseAction.Submit] = ([CaseState.Draft, CaseState.Returned], CaseState.Submitted),
        [CaseAction.Withdraw] = ([CaseState.Submitted, CaseState.UnitEndorsed, CaseState.SupervisorEndorsed, CaseState.Returned, CaseState.Complete], CaseState.Withdrawn),
        [CaseAction.EndorseInUnit] = ([CaseState.Submitted], CaseState.UnitEndorsed),
        [CaseAction.ReturnInUnit] = ([CaseState.Submitted], CaseState.Returned),
        [CaseAction.EndorseBySupervisor] = ([CaseState.UnitEndorsed], CaseState.SupervisorEndorsed),
        [CaseAction.ReturnBySupervisor] = ([CaseState.UnitEndorsed], CaseState.Returned),
        [CaseAction.FindComplete] = ([CaseState.SupervisorEndorsed], CaseState.Complete),
        [CaseAction.ReturnByCentre] = ([CaseState.SupervisorEndorsed, CaseState.Complete], CaseState.Returned),
        [CaseAction.EditOpinion] = ([CaseState.SupervisorEndorsed, CaseState.Complete], null),
        [CaseAction.Convene] = ([CaseState.Complete], CaseState.UnderReview),
        [CaseAction.Discuss] = ([CaseState.UnderReview], CaseState.InDiscussion),
        [CaseAction.Decide] = ([CaseState.InDiscussion], CaseState.Decided),
        [CaseAction.Object] = ([CaseState.Decided], CaseState.Objected),
        [CaseAction.AnswerObjection] = ([CaseState.Objected], CaseState.Decided),
        [CaseAction.ReopenDecision] = ([CaseState.Objected], CaseState.InDiscussion),
    };

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>申请编号, made of the day and the id.</summary>
    public required string Number { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>Decides who sees it.</summary>
    public required string UnitPath { get; set; }

    public required string UnitName { get; set; }

    public string? ProjectNumber { get; private set; }

    public string? ProjectName { get; private set; }

    public List<PurchaseGround> Grounds { get; private set; } = [];

    /// <summary>必要性.</summary>
    public string? Necessity { get; private set; }

    /// <summary>合理性: why this kind and model.</summary>
    public string? Reasonableness { get; private set; }

    /// <summary>开放共享方案.</summary>
    public string? SharingPlan { get; private set; }

    /// <summary>Staff, room, running costs 人员、安装环境与运行经费.</summary>
    public string? Conditions { get; private set; }

    public string? ContactName { get; private set; }

    public string? ContactPhone { get; private set; }

    public CaseState State { get; private set; }

    /// <summary>All instruments together, at the prices applied for.</summary>
    public long TotalFen { get; private set; }

    /// <summary>The round it stands in; chosen by the unit for an annual one, by the centre otherwise.</summary>
    public Guid? RoundId { get; private set; }

    /// <summary>From 1 in the round; the panel spends the budget in this order.</summary>
    public int? Rank { get; private set; }

    public Outcome? Outcome { get; private set; }

    /// <summary>评议决定文号.</summary>
    public string? DecisionNumber { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    /// <summary>What the decision says beside its outcome.</summary>
    public string? DecisionReason { get; private set; }

    public List<Ballot> Ballots { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public List<PurchaseWish> Wishes { get; private set; } = [];

    public static PurchaseCase Draft(UnitSummary unit, CaseFacts facts, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var drafted = new PurchaseCase
        {
            Id = id, Number = $"GZ{now.InRegion():yyyyMMdd}-{id.ToString("N")[^6..].ToUpperInvariant()}",
            UnitId = unit.Id, UnitPath = unit.Path, UnitName = unit.Name, CreatedAt = now, UpdatedAt = now,
        };
        drafted.Take(facts);
        return drafted;
    }

    public bool Can(CaseAction action) => Ways[action].From.Contains(State);

    /// <exception cref="Problem">409 when the case is not in a state for it, or somebody else was quicker.</exception>
    public void Step(CaseAction action, int version, DateTimeOffset now)
    {
        if (version != Version) throw CaseProblems.ChangedMeanwhile();
        if (!Can(action)) throw CaseProblems.NotInState(action, State);
        (State, UpdatedAt, Version) = (Ways[action].To ?? State, now, Version + 1);
        if (action == CaseAction.Submit) SubmittedAt = now;
    }

    public void Edit(CaseFacts facts, int version, DateTimeOffset now)
    {
        Step(CaseAction.Edit, version, now);
        Take(facts);
    }

    public void JoinRound(Guid? round, int? rank) => (RoundId, Rank) = (round, rank);

    /// <param name="granted">Number and price of each instrument.</param>
    public void Decide(Outcome outcome, IReadOnlyList<GrantedWish> granted, string? number, string? reason, int version, DateTimeOffset now)
    {
        Step(CaseAction.Decide, version, now);
        foreach (var wish in Wishes) wish.Grant(granted.FirstOrDefault(grant => grant.WishId == wish.Id), outcome);
        var asApplied = Wishes.All(wish => wish.GrantedQuantity == wish.Quantity && wish.GrantedPriceFen == wish.UnitPriceFen);
        if (outcome == PurchaseReview.Outcome.Passed != asApplied || outcome == PurchaseReview.Outcome.Adjusted && Wishes.All(wish => wish.GrantedQuantity == 0)) throw PanelProblems.NotWhatWasDecided();
        (Outcome, DecisionNumber, DecisionReason, DecidedOn) = (outcome, number?.Trim(), reason?.Trim(), DateOnly.FromDateTime(now.InRegion().Date));
    }

    public PurchaseWish Wish(Guid id) => Wishes.Find(wish => wish.Id == id) ?? throw Problem.NotFound("wish", id);

    void Take(CaseFacts facts)
    {
        (ProjectNumber, ProjectName, Necessity, Reasonableness) = (Said(facts.ProjectNumber), Said(facts.ProjectName), Said(facts.Necessity), Said(facts.Reasonableness));
        (SharingPlan, Conditions, ContactName, ContactPhone) = (Said(facts.SharingPlan), Said(facts.Conditions), Said(facts.ContactName), Said(facts.ContactPhone));
        Grounds = [.. facts.Grounds.Distinct()];
        RoundId = facts.RoundId;
        Wishes.RemoveAll(wish => facts.Wishes.All(wanted => wanted.Id != wish.Id));
        foreach (var (position, wanted) in facts.Wishes.Index())
        {
            var wish = Wishes.Find(wish => wish.Id == wanted.Id);
            if (wish is null) Wishes.Add(wish = new PurchaseWish { CaseId = Id });
            wish.Take(wanted, position);
        }

        TotalFen = Wishes.Sum(wish => wish.TotalFen);
    }

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>One step of a case's way: who, when, why. Kept for ever.</summary>
internal sealed class CaseStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>The case's version after the step.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    public required string AccountName { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>submitted, withdrawn, unit-endorsed, supervisor-endorsed, complete, returned, opinion-edited.</summary>
    public required string Action { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<CaseRemark> Remarks { get; init; } = [];
}
