using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

internal enum RoundState
{
    /// <summary>Takes cases in; its panel is being built.</summary>
    Open,

    /// <summary>Each member for themselves: conflicts declared, opinions given 独立评议.</summary>
    Assessing,

    /// <summary>Opinions lie open, votes are cast 集体评议.</summary>
    Discussing,

    /// <summary>Every case is decided.</summary>
    Closed,
}

/// <summary>For whom a member speaks (AX 二).</summary>
internal enum Seat
{
    Finance,
    Science,
    Education,

    /// <summary>行业和领域专家.</summary>
    Field,
}

/// <summary>What the centre sets up a round with. The order of the cases is their rank.</summary>
/// <param name="Annual">Units bring applications to it until a day; otherwise it is for single cases.</param>
/// <param name="BudgetFen">What there is to spend together; none where each case has its own.</param>
/// <param name="Members">The panel.</param>
internal sealed record RoundFacts(
    string? Name, int Year, bool Annual, long? BudgetFen, DateOnly? ApplyUntil, DateOnly? MeetingOn, string? Minutes, IReadOnlyList<MemberFacts> Members, IReadOnlyList<Guid> CaseIds);

internal sealed record MemberFacts(Guid AccountId, Seat Seat);

/// <summary>A round of review 评议批次: cases, the panel that reviews them, and its minutes. One case or a year's hundred.</summary>
internal sealed class ReviewRound
{
    public const int LongestMinutes = 20_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The region it belongs to: its officers see it, its units may bring cases to an annual one.</summary>
    public required string RegionPath { get; init; }

    public string Name { get; private set; } = "";

    public int Year { get; private set; }

    public bool Annual { get; private set; }

    public long? BudgetFen { get; private set; }

    public DateOnly? ApplyUntil { get; private set; }

    public DateOnly? MeetingOn { get; private set; }

    /// <summary>会议纪要.</summary>
    public string? Minutes { get; private set; }

    public RoundState State { get; private set; }

    // Frozen when the panel is convened: the numbers of the day (P-9).
    public int Quorum { get; private set; }

    public int MajorityPercent { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; private set; } = 1;

    public List<RoundMember> Members { get; private set; } = [];

    public static ReviewRound Begin(string regionPath, RoundFacts facts, IReadOnlyList<RoundMember> members, DateTimeOffset now)
    {
        var round = new ReviewRound { RegionPath = regionPath, CreatedAt = now };
        round.Take(facts, members);
        return round;
    }

    /// <summary>While it is open everything may change; afterwards only the day of the meeting and the minutes.</summary>
    public void Edit(RoundFacts facts, IReadOnlyList<RoundMember> members, int version)
    {
        Expect(version);
        if (State == RoundState.Closed) throw PanelProblems.RoundNotInState(State);
        if (State == RoundState.Open) Take(facts, members);
        else (MeetingOn, Minutes, Version) = (facts.MeetingOn, facts.Minutes?.Trim(), Version + 1);
    }

    /// <exception cref="Problem">422 when the panel is too small or lacks somebody whom policy demands (R-4, AX 二).</exception>
    public void Convene(PolicySet policy, int version)
    {
        Expect(version);
        if (State != RoundState.Open) throw PanelProblems.RoundNotInState(State);
        if (Members.Count < policy.PanelQuorum) throw PanelProblems.TooSmall(policy.PanelQuorum);
        if (Members.Count(m => m.Seat == Seat.Field) < policy.PanelFieldExperts) throw PanelProblems.TooFewExperts(policy.PanelFieldExperts);
        if (policy.PanelNeedsOffices && new[] { Seat.Finance, Seat.Science, Seat.Education }.Any(seat => Members.All(m => m.Seat != seat))) throw PanelProblems.OfficeMissing();
        (State, Quorum, MajorityPercent, Version) = (RoundState.Assessing, policy.PanelQuorum, policy.PanelMajorityPercent, Version + 1);
    }

    /// <exception cref="Problem">422 when somebody sits already, 409 when there is no panel at work.</exception>
    public void Appoint(IReadOnlyList<RoundMember> members, int version)
    {
        Expect(version);
        if (State is not (RoundState.Assessing or RoundState.Discussing)) throw PanelProblems.RoundNotInState(State);
        if (members.FirstOrDefault(wanted => Members.Exists(member => member.AccountId == wanted.AccountId)) is { } known) throw PanelProblems.MemberSits(known.Name);
        Members.AddRange(members);
        Version++;
    }

    public void Discuss(int version)
    {
        Expect(version);
        if (State != RoundState.Assessing) throw PanelProblems.RoundNotInState(State);
        (State, Version) = (RoundState.Discussing, Version + 1);
    }

    public void Close() => (State, Version) = (RoundState.Closed, Version + 1);

    public void Reopen() => (State, Version) = (RoundState.Discussing, Version + 1);

    void Expect(int version)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("round");
    }

    void Take(RoundFacts facts, IReadOnlyList<RoundMember> members)
    {
        (Name, Year, Annual, BudgetFen, ApplyUntil, MeetingOn, Minutes) = (facts.Name!.Trim(), facts.Year, facts.Annual, facts.BudgetFen, facts.ApplyUntil, facts.MeetingOn, facts.Minutes?.Trim());
        Members.RemoveAll(member => members.All(wanted => wanted.AccountId != member.AccountId));
        foreach (var wanted in members)
        {
            if (Members.Find(member => member.AccountId == wanted.AccountId) is { } known) known.Seat = wanted.Seat;
            else Members.Add(new RoundMember { RoundId = Id, AccountId = wanted.AccountId, Name = wanted.Name, OrganisationName = wanted.OrganisationName, Seat = wanted.Seat });
        }

        Version++;
    }
}

/// <summary>Somebody of a panel.</summary>
internal sealed class RoundMember
{
    public required Guid RoundId { get; init; }

    public required Guid AccountId { get; init; }

    public required string Name { get; init; }

    public required string OrganisationName { get; init; }

    public Seat Seat { get; set; }
}

/// <summary>What is known of somebody who may sit on panels 评议专家: for whom they speak, their field, and where their conflicts lie.</summary>
internal sealed class PanelExpert
{
    public required Guid AccountId { get; init; }

    public Seat Seat { get; set; }

    /// <summary>Beginnings of class codes (GB/T 32847): 01 or 0102.</summary>
    public List<string> Fields { get; set; } = [];

    /// <summary>The unit they work at; its cases and those of affiliated units are not theirs to judge.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Numbers of the projects they take part in.</summary>
    public List<string> Projects { get; set; } = [];

    /// <summary>Zero until something is entered.</summary>
    public int Version { get; set; }
}
