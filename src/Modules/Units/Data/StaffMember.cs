using Modular.Shared;

namespace Modular.Units;

internal enum Gender
{
    Male,
    Female,
}

/// <summary>学历/学位, the highest.</summary>
internal enum Education
{
    /// <summary>博士.</summary>
    Doctor,

    /// <summary>硕士.</summary>
    Master,

    /// <summary>本科.</summary>
    Bachelor,

    /// <summary>大专.</summary>
    College,

    /// <summary>中专、高中及以下.</summary>
    Secondary,
}

/// <summary>
/// Somebody who analyses and tests full time 在岗专职分析试验人员 (U-3, CN 一(二), IM 12(三)). Whoever leaves stays in the register with the day:
/// a census asks who was there on its reference date.
/// </summary>
internal sealed class StaffMember
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UnitId { get; init; }

    public ManagingUnit Unit { get; init; } = null!;

    /// <summary>What nobody else of the unit has: the staff number, or name and month of birth. A list that comes a second time finds its people by it.</summary>
    public string MatchKey { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? StaffNumber { get; private set; }

    public Gender Gender { get; private set; }

    /// <summary>出生年月, yyyy-MM.</summary>
    public string BornIn { get; private set; } = "";

    public Education Education { get; private set; }

    public string? Title { get; private set; }

    public TitleLevel TitleLevel { get; private set; }

    public string? Speciality { get; private set; }

    public string? Department { get; private set; }

    public string? Post { get; private set; }

    public string? Instruments { get; private set; }

    public int? AnalystSince { get; private set; }

    public string? Certificates { get; private set; }

    public bool FullTime { get; private set; }

    public string? Phone { get; private set; }

    public DateOnly? JoinedOn { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public List<StaffTraining> Trainings { get; init; } = [];

    public static StaffMember Enter(Guid unitId, StaffFacts facts, DateTimeOffset now)
    {
        var member = new StaffMember { UnitId = unitId };
        member.Apply(facts, now);
        return member;
    }

    public void Amend(StaffFacts facts, int version, DateTimeOffset now)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("staff");
        Apply(facts, now);
        Version++;
    }

    public StaffFacts Facts() => new(
        Name, StaffNumber, Gender, BornIn, Education, Title, Speciality, Department, Post, Instruments, AnalystSince, Certificates, FullTime, Phone, JoinedOn, LeftOn);

    /// <summary>For the audit trail, which more people read than the register: no name, no number, no month of birth .</summary>
    public object Trace() => new
    {
        Name = StaffSight.Masked.Name(Name), Education, Title, Speciality, Department, Post, Instruments, AnalystSince, FullTime, JoinedOn, LeftOn,
    };

    void Apply(StaffFacts facts, DateTimeOffset now)
    {
        facts = facts.Tidy();
        (Name, StaffNumber, Gender, BornIn, Education) = (facts.Name, facts.StaffNumber, facts.Gender, facts.BornIn, facts.Education);
        (Title, Speciality, Department, Post) = (facts.Title, facts.Speciality, facts.Department, facts.Post);
        (Instruments, AnalystSince, Certificates, FullTime) = (facts.Instruments, facts.AnalystSince, facts.Certificates, facts.FullTime);
        (Phone, JoinedOn, LeftOn, UpdatedAt) = (facts.Phone, facts.JoinedOn, facts.LeftOn, now);
        (TitleLevel, MatchKey) = (TitleLevels.Of(facts.Title), facts.MatchKey);
    }
}

internal enum TrainingKind
{
    /// <summary>培训.</summary>
    Training,

    /// <summary>技术交流.</summary>
    Exchange,

    /// <summary>上岗、资格考核.</summary>
    Qualification,
}

/// <summary>A training 培训 or technical exchange that somebody took part in (AX 八, IM 12(三)).</summary>
internal sealed class StaffTraining
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MemberId { get; init; }

    public required TrainingKind Kind { get; init; }

    public required string Topic { get; init; }

    public string? Organiser { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>学时.</summary>
    public int? Hours { get; init; }

    public string? Certificate { get; init; }

    public required string EnteredBy { get; init; }
}
