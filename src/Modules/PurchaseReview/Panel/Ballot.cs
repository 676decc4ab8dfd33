using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>通过, 调整, 不予通过 (P-7).</summary>
internal enum Outcome
{
    Passed,
    Adjusted,
    Rejected,
}

/// <summary>Why somebody has no part in a case.</summary>
internal enum Conflict
{
    /// <summary>Works at the applicant.</summary>
    OwnUnit,

    /// <summary>Works at a unit affiliated with the applicant (U-6).</summary>
    AffiliatedUnit,

    /// <summary>Takes part in the project that it is bought for.</summary>
    SameProject,

    /// <summary>Said so themselves.</summary>
    Declared,
}

/// <summary>One member's part in one case: the declaration, the opinion given alone, the vote given by name. Kept for ever .</summary>
internal sealed class Ballot
{
    public const int LongestOpinion = 4000;

    public required Guid CaseId { get; init; }

    public PurchaseCase Case { get; private set; } = null!;

    public required Guid AccountId { get; init; }

    public required string Name { get; init; }

    public required Seat Seat { get; init; }

    /// <summary>When conflicts were declared, or that there are none; the dossier opens afterwards.</summary>
    public DateTimeOffset? DeclaredAt { get; private set; }

    public Conflict? Conflict { get; private set; }

    public string? ConflictReason { get; private set; }

    /// <summary>From then on the case does not exist for them.</summary>
    public DateTimeOffset? RecusedAt { get; private set; }

    public string? Opinion { get; private set; }

    public Outcome? Recommendation { get; private set; }

    public DateTimeOffset? OpinionAt { get; private set; }

    public Outcome? Vote { get; private set; }

    public string? VoteComment { get; private set; }

    public DateTimeOffset? VotedAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>What was said before is not kept: who has no part in a case has had none.</summary>
    public void Recuse(Conflict conflict, string? reason, DateTimeOffset now)
    {
        (Conflict, ConflictReason, RecusedAt, DeclaredAt) = (conflict, reason, now, DeclaredAt ?? now);
        (Opinion, Recommendation, OpinionAt, Vote, VoteComment, VotedAt) = (null, null, null, null, null, null);
        Version++;
    }

    public void DeclareNone(DateTimeOffset now) => (DeclaredAt, Version) = (now, Version + 1);

    public void Advise(string text, Outcome recommendation, DateTimeOffset now)
    {
        if (DeclaredAt is null) throw PanelProblems.DeclareFirst();
        (Opinion, Recommendation, OpinionAt, Version) = (text.Trim(), recommendation, now, Version + 1);
    }

    public void Cast(Outcome vote, string? comment, DateTimeOffset now)
    {
        if (DeclaredAt is null) throw PanelProblems.DeclareFirst();
        if (OpinionAt is null) throw PanelProblems.AdviseFirst();
        (Vote, VoteComment, VotedAt, Version) = (vote, comment?.Trim(), now, Version + 1);
    }
}

internal static class PanelProblems
{
    public static Problem RoundNotFound(Guid id) => Problem.NotFound("round", id);

    public static Problem RoundNotInState(RoundState state) => new(409, "round.wrong-state", $"Not possible while the round is {state}.");

    public static Problem RoundTakesNone() => new(422, "round.takes-none", "This round takes no applications: it is not an annual one, or its last day has passed.");

    public static Problem TooSmall(int least) => new(422, "panel.too-small", $"A panel has at least {least} members.");

    public static Problem TooFewExperts(int least) => new(422, "panel.too-few-experts", $"At least {least} members are experts of the field.");

    public static Problem OfficeMissing() => new(422, "panel.office-missing", "Finance, science and education each have a seat on the panel.");

    public static Problem MemberUnknown(Guid id) => new(422, "panel.member-unknown", $"{id} cannot sit on a panel.");

    public static Problem NoCases() => new(422, "round.no-cases", "The round has no cases.");

    public static Problem CaseNotReady(string number) => new(422, "round.case-not-ready", $"{number} is not complete, or stands in another round.");

    public static Problem TooManyConflicts(string number, int least) =>
        new(422, "panel.too-many-conflicts", $"Of the panel fewer than {least} members have no conflict in {number}. Appoint others.");

    public static Problem DeclareFirst() => new(409, "panel.declare-first", "Say first whether there is a conflict of interest; then the dossier opens.");

    public static Problem AdviseFirst() => new(409, "panel.advise-first", "Give your own opinion first; then the others' lie open, and you vote.");

    public static Problem MemberSits(string name) => new(422, "panel.member-sits", $"{name} sits on this panel already.");

    public static Problem OpinionStands() => new(409, "panel.opinion-stands", "The opinion has been given and stands; what has changed since is said by the vote.");

    public static Problem AwaitedNoMore() => new(409, "expectation.over", "The instrument is on the platform, or was given up already.");

    public static Problem NotGivenUp() => new(409, "expectation.not-given-up", "This purchase has not been given up.");

    public static Problem ObjectedBefore() => new(409, "purchase.objected-before", "The unit has objected once already, and was answered.");

    public static Problem OpinionsMissing(string number, int least) => new(422, "panel.opinions-missing", $"{number} has fewer than {least} opinions.");

    public static Problem VotesMissing(int least) => new(422, "panel.votes-missing", $"Fewer than {least} members have voted.");

    public static Problem AgainstVote() => new(422, "panel.against-vote", "The vote does not carry this outcome.");

    public static Problem NotWhatWasDecided() => new(422, "panel.numbers", "Numbers and prices must fit the outcome: passed as applied for, adjusted changed and not above, rejected none.");
}
