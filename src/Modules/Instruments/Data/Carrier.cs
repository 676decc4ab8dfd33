using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>
/// What instruments can belong to 资源载体 (I-1): a major facility, an instrument centre or a service unit of a unit, with its record and where it is in its
/// life (I-4). An instrument belongs to it by kind and number, as the national standard ties them, so that lists tie what they name.
/// </summary>
internal sealed class Carrier : CarrierRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required CarrierType Kind { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>Copied from the unit; decides who sees it.</summary>
    public required string UnitPath { get; set; }

    /// <summary>Copied from the unit, for lists and search.</summary>
    public required string UnitName { get; set; }

    public LifeCycle LifeCycle { get; private set; } = LifeCycle.Draft;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateOnly? ListedOn { get; private set; }

    public DateOnly? RetiredOn { get; private set; }

    public string? ReturnReasonCode { get; private set; }

    public string? ReturnReason { get; private set; }

    public List<ReviewRemark> Remarks { get; private set; } = [];

    public int Version { get; private set; } = 1;

    public IReadOnlyList<RecordField> Fields => CarrierFields.Of(Kind);

    public IEnumerable<RecordField> MissingForSubmission => Fields.Where(each => each.Required && each.IsEmpty(this));

    public static Carrier Draft(UnitSummary unit, CarrierType kind, CarrierRecord record, DateTimeOffset now)
    {
        var carrier = new Carrier { Kind = kind, UnitId = unit.Id, UnitPath = unit.Path, UnitName = unit.Name, CreatedAt = now, UpdatedAt = now };
        carrier.Take(record);
        return carrier;
    }

    /// <returns>What is different now.</returns>
    public IReadOnlyList<FieldChange> Edit(CarrierRecord record, int version, DateTimeOffset now)
    {
        var was = LifeCycle;
        Step("edit", version, now, was, LifeCycle.Draft, LifeCycle.Returned, LifeCycle.Listed);
        var changes = FieldChange.Between(Fields, this, record);
        Take(record);
        // Nobody listed what is not complete; it must not become so afterwards.
        if (was == LifeCycle.Listed) RefuseIncomplete();
        return changes;
    }

    public void Submit(int version, DateTimeOffset now)
    {
        Step("submit", version, now, LifeCycle.Submitted, LifeCycle.Draft, LifeCycle.Returned);
        RefuseIncomplete();
        SubmittedAt = now;
        (ReturnReasonCode, ReturnReason, Remarks) = (null, null, []);
    }

    /// <summary>The unit takes its submission back, to mend something before it is reviewed.</summary>
    public void Withdraw(int version, DateTimeOffset now)
    {
        Step("withdraw", version, now, LifeCycle.Draft, LifeCycle.Submitted);
        SubmittedAt = null;
    }

    public void Approve(int version, DateTimeOffset now, DateOnly today)
    {
        Step("approve", version, now, LifeCycle.Listed, LifeCycle.Submitted);
        ListedOn = today;
    }

    public void Return(int version, string reasonCode, string reason, IReadOnlyList<ReviewRemark> remarks, DateTimeOffset now)
    {
        Step("return", version, now, LifeCycle.Returned, LifeCycle.Submitted);
        (ReturnReasonCode, ReturnReason, Remarks) = (reasonCode, reason, [.. remarks]);
    }

    /// <param name="instruments">How many still belong to it: they have to go elsewhere first.</param>
    public void Retire(int version, int instruments, DateTimeOffset now, DateOnly today)
    {
        Step("retire", version, now, LifeCycle.Retired, LifeCycle.Listed);
        if (instruments > 0) throw CarrierProblems.HasInstruments(instruments);
        RetiredOn = today;
    }

    /// <summary>Only what nobody has ever reviewed, and nothing belongs to, can vanish without a trace in the registry.</summary>
    public void RefuseUnlessDiscardable(int version, int instruments)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("carrier");
        if (LifeCycle != LifeCycle.Draft) throw CarrierProblems.NotInState("delete", LifeCycle);
        if (instruments > 0) throw CarrierProblems.HasInstruments(instruments);
    }

    /// <summary>The record by itself.</summary>
    public CarrierRecord Copy()
    {
        var copy = new CarrierRecord();
        foreach (var field in Fields) field.Write(copy, field.Read(this));
        return copy;
    }

    void Take(CarrierRecord record)
    {
        foreach (var field in Fields) field.Write(this, field.Read(record));
    }

    void RefuseIncomplete()
    {
        var missing = MissingForSubmission.ToList();
        if (missing.Count > 0) throw InstrumentProblems.Incomplete(missing);
    }

    void Step(string action, int version, DateTimeOffset now, LifeCycle to, params ReadOnlySpan<LifeCycle> from)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("carrier");
        if (!from.Contains(LifeCycle)) throw CarrierProblems.NotInState(action, LifeCycle);
        (LifeCycle, UpdatedAt, Version) = (to, now, Version + 1);
    }
}

/// <summary>One step in the life of what instruments belong to, with what it changed. Kept for ever (I-4).</summary>
internal sealed class CarrierRevision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CarrierId { get; init; }

    /// <summary>The version after the step.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    public required string AccountName { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>registered, edited, submitted, withdrawn, returned, approved, retired, handedOver, unitMoved.</summary>
    public required string Action { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    public IReadOnlyList<ReviewRemark> Remarks { get; init; } = [];
}
