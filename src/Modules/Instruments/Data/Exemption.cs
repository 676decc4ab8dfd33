using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Why an instrument need not join (IM 13, GD 一; the first five as the asset list of the national evaluation has them).</summary>
internal enum ExemptionReason
{
    /// <summary>仪器老旧，技术性能落后.</summary>
    Outdated,

    /// <summary>在线检测仪器.</summary>
    OnlineTesting,

    /// <summary>仪器配件，不单独使用.</summary>
    Accessory,

    /// <summary>涉密仪器: never named here (I-7).</summary>
    Classified,

    /// <summary>仪器正在调试: for a time only.</summary>
    InCommissioning,

    /// <summary>自治区规定的不适用于开放共享的类别.</summary>
    RegionalCategory,
}

internal enum ExemptionState
{
    /// <summary>With the supervising department.</summary>
    Submitted,

    /// <summary>退回: back with the unit, to be mended.</summary>
    Returned,

    /// <summary>审核同意: with the region's S&amp;T department.</summary>
    Endorsed,

    /// <summary>备案: on record; the instruments need not join.</summary>
    Filed,

    /// <summary>不予备案.</summary>
    Refused,

    /// <summary>Taken back by the unit.</summary>
    Withdrawn,

    /// <summary>Over: ended by the region, or its last day has passed.</summary>
    Ended,
}

/// <summary>What a unit states. A classified statement has a count and the unit's own reference and nothing else (CN 三, I-7).</summary>
/// <param name="Until">The last day for which it is asked; needed where the reason is a passing one.</param>
internal sealed record ExemptionFacts(ExemptionReason Reason, string? Explanation, DateOnly? Until, IReadOnlyList<Guid> InstrumentIds, int? Count, string? UnitReference);

/// <summary>A statement why instruments do not join 不报送说明: the unit applies, the supervisor reviews, the region puts it on record 备案 (I-6).</summary>
internal sealed class Exemption
{
    public const int LongestExplanation = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UnitId { get; init; }

    /// <summary>Decides who sees it.</summary>
    public required string UnitPath { get; set; }

    /// <summary>As it was when the unit stated this .</summary>
    public required string UnitName { get; init; }

    public ExemptionReason Reason { get; private set; }

    public string? Explanation { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>The unit's own number of a classified statement.</summary>
    public string? UnitReference { get; private set; }

    /// <summary>How many instruments it is about; of classified ones all that is known.</summary>
    public int Count { get; private set; }

    public ExemptionState State { get; private set; }

    /// <summary>备案号, given by the region.</summary>
    public string? FilingNumber { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    public DateOnly? FiledOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public List<ExemptionItem> Items { get; private set; } = [];

    public static Exemption Declare(UnitSummary unit, ExemptionFacts facts, IReadOnlyList<Instrument> instruments, DateTimeOffset now)
    {
        var exemption = new Exemption { UnitId = unit.Id, UnitPath = unit.Path, UnitName = unit.Name, SubmittedAt = now, UpdatedAt = now };
        exemption.Take(facts, instruments);
        return exemption;
    }

    /// <summary>The unit mends what was returned and hands it in again.</summary>
    public void Revise(ExemptionFacts facts, IReadOnlyList<Instrument> instruments, int version, DateTimeOffset now)
    {
        Step("revise", version, now, ExemptionState.Submitted, ExemptionState.Returned);
        SubmittedAt = now;
        Take(facts, instruments);
    }

    public void Withdraw(int version, DateTimeOffset now)
    {
        Step("withdraw", version, now, ExemptionState.Withdrawn, ExemptionState.Submitted, ExemptionState.Returned, ExemptionState.Endorsed);
        LetGo();
    }

    public void Endorse(int version, DateTimeOffset now) => Step("review", version, now, ExemptionState.Endorsed, ExemptionState.Submitted);

    public void Return(int version, DateTimeOffset now) => Step("review", version, now, ExemptionState.Returned, ExemptionState.Submitted);

    public void File(string number, int version, DateTimeOffset now, DateOnly today)
    {
        Step("file", version, now, ExemptionState.Filed, ExemptionState.Endorsed);
        (FilingNumber, FiledOn) = (number, today);
    }

    public void Refuse(int version, DateTimeOffset now)
    {
        Step("file", version, now, ExemptionState.Refused, ExemptionState.Endorsed);
        LetGo();
    }

    /// <summary>The region ends it: from today on the instruments owe their opening again.</summary>
    public void End(int version, DateTimeOffset now, DateOnly today)
    {
        Step("end", version, now, ExemptionState.Ended, ExemptionState.Filed);
        EndedOn = today;
        LetGo();
    }

    public bool HasLapsed(DateOnly today) => State == ExemptionState.Filed && Until < today;

    /// <summary>The last day has passed; what is stated about the instruments from now on is stated anew.</summary>
    public void Lapse(DateTimeOffset now)
    {
        var last = Until;
        Step("end", Version, now, ExemptionState.Ended, ExemptionState.Filed);
        EndedOn = last;
        LetGo();
    }

    void Take(ExemptionFacts facts, IReadOnlyList<Instrument> instruments)
    {
        (Reason, Explanation, Until, UnitReference) = (facts.Reason, facts.Explanation?.Trim(), facts.Until, facts.UnitReference?.Trim());
        Count = facts.Count ?? instruments.Count;
        Items.RemoveAll(item => instruments.All(i => i.Id != item.InstrumentId));
        foreach (var instrument in instruments)
        {
            var item = Items.Find(item => item.InstrumentId == instrument.Id);
            if (item is null) Items.Add(item = new ExemptionItem { ExemptionId = Id, InstrumentId = instrument.Id });
            item.Take(instrument);
        }
    }

    void LetGo()
    {
        foreach (var item in Items) item.Live = false;
    }

    void Step(string action, int version, DateTimeOffset now, ExemptionState to, params ReadOnlySpan<ExemptionState> from)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("exemption");
        if (!from.Contains(State)) throw InstrumentProblems.ExemptionNotInState(action, State);
        (State, UpdatedAt, Version) = (to, now, Version + 1);
    }
}

/// <summary>One instrument of a statement, as it was when the unit stated it .</summary>
internal sealed class ExemptionItem
{
    public required Guid ExemptionId { get; init; }

    public Exemption Exemption { get; private set; } = null!;

    public required Guid InstrumentId { get; init; }

    /// <summary>While the statement is on its way or on record: an instrument stands in one such statement at most.</summary>
    public bool Live { get; set; } = true;

    public string? AssetNumber { get; private set; }

    public string? NameZh { get; private set; }

    public string? Model { get; private set; }

    public long? OriginalValueFen { get; private set; }

    public DateOnly? AcceptedOn { get; private set; }

    public void Take(Instrument instrument) => (AssetNumber, NameZh, Model, OriginalValueFen, AcceptedOn) =
        (instrument.AssetNumber, instrument.NameZh, instrument.Model, instrument.OriginalValueFen, instrument.AcceptedOn);
}

/// <summary>One step of a statement's way: who, when, why. Kept for ever.</summary>
internal sealed class ExemptionStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ExemptionId { get; init; }

    /// <summary>The statement's version after the step.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    public required string AccountName { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>submitted, revised, withdrawn, endorsed, returned, filed, refused, ended, lapsed.</summary>
    public required string Action { get; init; }

    public string? Reason { get; init; }
}
