using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Units;

/// <summary>What a unit did (IM 25, CN 六-3, EV 四).</summary>
internal enum IntegrityMatter
{
    /// <summary>虚假上报骗取补助.</summary>
    FalseReporting,

    /// <summary>不报、瞒报、漏报.</summary>
    NotReporting,

    /// <summary>应开放而不开放.</summary>
    NotOpening,

    /// <summary>未按要求整改.</summary>
    NotRectified,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>An integrity record 诚信记录 (U-8): what, when, by whose decision, until when. Never deleted: one that was wrong is ended, with the reason.</summary>
internal sealed class IntegrityRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UnitId { get; init; }

    public ManagingUnit Unit { get; init; } = null!;

    public required IntegrityMatter Matter { get; init; }

    public required string What { get; init; }

    public required DateOnly HappenedOn { get; init; }

    /// <summary>The authority that decided.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Number of the document 文号.</summary>
    public string Document { get; init; } = "";

    public required DateOnly From { get; init; }

    /// <summary>The last day on which it counts; none: until it is ended.</summary>
    public DateOnly? Until { get; init; }

    public DateOnly? EndedOn { get; private set; }

    public string EndReason { get; private set; } = "";

    public string EndedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public int Version { get; private set; } = 1;

    public IntegrityRecordOpened Opened() => new(Id, UnitId, Spelt(Matter), From, Until);

    public IntegrityRecordEnded End(int version, DateOnly on, string reason, string by)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("integrity");
        if (EndedOn is not null) throw UnitProblems.IntegrityEnded();
        if (on < From) throw UnitProblems.EndBeforeBeginning("endedOn");
        (EndedOn, EndReason, EndedBy, Version) = (on, reason, by, Version + 1);
        return new IntegrityRecordEnded(Id, UnitId, on);
    }

    /// <summary>The matter as other modules and the API spell it.</summary>
    public static string Spelt(IntegrityMatter matter) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(matter.ToString());
}
